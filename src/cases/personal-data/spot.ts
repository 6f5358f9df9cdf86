/** What of a person a machine can find in words. */
export const personalKinds = {
  'bank-account': { vi: 'số tài khoản', en: 'bank account' },
  passport: { vi: 'số hộ chiếu', en: 'passport number' },
  identity: { vi: 'số giấy tờ', en: 'identity number' },
  phone: { vi: 'số điện thoại', en: 'telephone number' },
  email: { vi: 'thư điện tử', en: 'mail address' },
  plate: { vi: 'biển số xe', en: 'licence plate' },
  'birth-date': { vi: 'ngày sinh', en: 'date of birth' },
  address: { vi: 'địa chỉ', en: 'address' },
  name: { vi: 'họ tên', en: 'name' },
} as const
export type PersonalKind = keyof typeof personalKinds

/** A place in a flat text. */
export interface Spot {
  kind: PersonalKind
  from: number
  to: number
}
