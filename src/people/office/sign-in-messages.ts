import type { Messages } from '../../web/message.ts'

/** What the screens before signing in say. */
export const messages = {
  title: { vi: 'Đăng nhập', en: 'Sign in' },
  lead: { vi: 'Tòa soạn của mạng lưới cổng thông tin điện tử', en: 'The office of the network of portals' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  forgotten: { vi: 'Quên mật khẩu?', en: 'Forgotten your password?' },
  or: { vi: 'hoặc', en: 'or' },
  demoNote: {
    vi: 'Đây là mạng lưới minh họa: không bắt buộc xác thực hai bước. Ở hệ thống thật, người duyệt bài và người quản trị phải bật xác thực hai bước.',
    en: 'This is the demonstration network: the second factor is not required. On a real system, approvers and administrators must enrol one.',
  },
  emailMissing: {
    vi: 'Hãy nhập địa chỉ thư điện tử, ví dụ an@example.vn.',
    en: 'Type your e-mail address, such as an@example.vn.',
  },
  passwordMissing: { vi: 'Hãy nhập mật khẩu.', en: 'Type your password.' },
  refused: {
    vi: 'Thư điện tử hoặc mật khẩu không đúng. Sau 5 lần sai liên tiếp, tài khoản tạm khóa 15 phút.',
    en: 'The e-mail or the password is wrong. After 5 failures in a row the account is locked for 15 minutes.',
  },
  signedOut: { vi: 'Bạn đã đăng xuất.', en: 'You are signed out.' },
  passwordSet: { vi: 'Đã đặt mật khẩu. Hãy đăng nhập bằng mật khẩu mới.', en: 'The password is set. Sign in with it.' },
  codeTitle: { vi: 'Xác thực hai bước', en: 'Second step' },
  codeLead: {
    vi: 'Mở ứng dụng xác thực trên điện thoại và nhập mã 6 chữ số. Mất điện thoại? Nhập một mã dự phòng.',
    en: 'Open the authenticator on your telephone and type the 6-digit code. No telephone? Type a recovery code.',
  },
  code: { vi: 'Mã xác thực hoặc mã dự phòng', en: 'Code or recovery code' },
  codeMissing: { vi: 'Hãy nhập mã.', en: 'Type the code.' },
  codeRefused: {
    vi: 'Mã không đúng hoặc đã dùng rồi. Hãy đợi mã mới rồi thử lại. Sau 5 lần sai liên tiếp, tài khoản tạm khóa 15 phút.',
    en: 'The code is wrong or was used before. Wait for a new one. After 5 failures in a row the account is locked for 15 minutes.',
  },
  confirm: { vi: 'Xác nhận', en: 'Confirm' },
  startAgain: { vi: 'Đăng nhập lại từ đầu', en: 'Start again' },
  over: {
    vi: 'Đã quá lâu kể từ bước trước. Hãy đăng nhập lại.',
    en: 'The first step was too long ago. Sign in again.',
  },
  oidcUnknown: {
    vi: 'Chưa có tài khoản nào ứng với địa chỉ thư điện tử này. Hệ thống không cho tự đăng ký: hãy nhờ quản trị cổng của đơn vị bạn tạo tài khoản.',
    en: 'No account belongs to this e-mail address. Nobody can register alone: ask the administrator of your portal for an account.',
  },
  oidcUnverified: {
    vi: 'Nơi đăng nhập một lần chưa xác minh địa chỉ thư điện tử của bạn. Hãy xác minh ở đó rồi thử lại.',
    en: 'The single sign-on has not verified your e-mail address. Verify it there, then try again.',
  },
  oidcDisabled: {
    vi: 'Tài khoản này đã ngừng hoạt động. Hãy liên hệ quản trị cổng của đơn vị bạn.',
    en: 'This account is disabled. Ask the administrator of your portal.',
  },
  oidcFailed: {
    vi: 'Đăng nhập một lần chưa thành công. Hãy thử lại, hoặc đăng nhập bằng mật khẩu.',
    en: 'Single sign-on did not succeed. Try again, or sign in with a password.',
  },
  forgottenTitle: { vi: 'Quên mật khẩu', en: 'Forgotten password' },
  forgottenLead: {
    vi: 'Nhập địa chỉ thư điện tử của tài khoản. Chúng tôi gửi một liên kết để đặt mật khẩu mới; liên kết dùng được một lần trong 1 giờ.',
    en: 'Type the e-mail address of your account. We send a link to set a new password; it works once, for 1 hour.',
  },
  sendLink: { vi: 'Gửi liên kết', en: 'Send the link' },
  linkSent: {
    vi: 'Nếu có tài khoản ứng với địa chỉ này, một thư kèm liên kết đang được gửi đi. Hãy kiểm tra hộp thư, kể cả thư rác.',
    en: 'If an account belongs to this address, a mail with a link is on its way. Look into your mailbox, and into spam.',
  },
  backToSignIn: { vi: 'Về trang đăng nhập', en: 'Back to sign-in' },
  resetTitle: { vi: 'Đặt mật khẩu', en: 'Set your password' },
  newPassword: { vi: 'Mật khẩu mới', en: 'New password' },
  passwordHint: {
    vi: 'Ít nhất 12 ký tự, không chứa tên trong thư điện tử. Một câu ngắn dễ nhớ là tốt nhất.',
    en: 'At least 12 characters, without the name in your e-mail address. A short sentence you remember is best.',
  },
  again: { vi: 'Nhập lại mật khẩu mới', en: 'The new password again' },
  notTheSame: { vi: 'Hai lần nhập chưa giống nhau.', en: 'The two are not the same.' },
  setPassword: { vi: 'Đặt mật khẩu', en: 'Set the password' },
  linkOver: {
    vi: 'Liên kết này đã dùng hoặc đã hết hạn. Hãy yêu cầu một liên kết mới.',
    en: 'This link was used or is over. Ask for a new one.',
  },
  askAgain: { vi: 'Yêu cầu liên kết mới', en: 'Ask for a new link' },
  otherEndNote: {
    vi: 'Đặt xong, mọi phiên đăng nhập đang mở của tài khoản này sẽ kết thúc.',
    en: 'All open sessions of this account end then.',
  },
} as const satisfies Messages
