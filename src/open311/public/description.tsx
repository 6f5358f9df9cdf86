import { Page } from '../../delivery/components/page.tsx'
import type { DeliveryContext } from '../../delivery/route.ts'
import type { Message, Messages } from '../../web/message.ts'
import { specification } from '../georeport.ts'

const messages = {
  title: { vi: 'Kết nối phản ánh (Open311)', en: 'Reports for other programs (Open311)' },
  lead: {
    vi: 'Ứng dụng khác đọc và gửi phản ánh của cổng theo tiêu chuẩn mở Open311 GeoReport v2, dạng JSON và XML.',
    en: 'Other programs read and send reports of this portal by the open standard Open311 GeoReport v2, in JSON and XML.',
  },
  read: { vi: 'Đọc', en: 'Reading' },
  readText: {
    vi: 'Không cần khóa. Danh sách chỉ có phản ánh đã được cán bộ kiểm tra và người gửi đồng ý công khai; tọa độ làm tròn khoảng 50 m.',
    en: 'No key is needed. Lists hold reports alone that the office checked and whose senders agreed to have them shown; points are rounded to about 50 m.',
  },
  send: { vi: 'Gửi', en: 'Sending' },
  sendText: {
    vi: 'Cần api_key do quản trị mạng lưới cổng cấp, mỗi khóa có hạn mức trong ngày. Họ tên, thư điện tử, điện thoại được niêm phong, chỉ người giải quyết được xem. Ứng dụng phải cho người gửi biết điều đó và hỏi ý trước khi gửi.',
    en: 'An api_key is needed, given by the administrator of the portals, with a limit a day. Name, e-mail and telephone are sealed and seen by those who deal with the report alone. A program has to tell its users so, and ask them first.',
  },
  notPublic: {
    vi: 'Phản ánh không công khai: hỏi theo service_request_id đã nhận khi gửi thì chỉ biết tình trạng và hạn, không có nội dung, vị trí hay ảnh. Số này không đoán được.',
    en: 'Of a report that is not public the service_request_id got when sending it tells state and deadline alone: no words, no place, no picture. It cannot be guessed.',
  },
  publish: {
    vi: 'Muốn được xét đăng công khai, gửi attribute[cong-khai]=co khi người gửi đồng ý.',
    en: 'To have a report considered for publication, send attribute[cong-khai]=co when its sender agreed.',
  },
  media: {
    vi: 'media_url: cổng không tải ảnh từ nơi khác; địa chỉ được giữ dạng chữ cho người giải quyết. Không nhận tệp qua giao diện này. device_id và account_id không được lưu.',
    en: 'media_url: pictures are never fetched from elsewhere; the address is kept as text for those who deal with the report. No files are taken over this interface. device_id and account_id are not kept.',
  },
  again: {
    vi: 'Gửi lại y nguyên trong cùng ngày được tính là một phản ánh và trả về cùng một số.',
    en: 'The same report sent again on the same day is one report and gets the same number.',
  },
  limits: {
    vi: 'Danh sách trả nhiều nhất 1.000 phản ánh trong khoảng nhiều nhất 90 ngày. Mỗi cổng trả lời ở địa chỉ của mình; jurisdiction_id có thể bỏ trống.',
    en: 'A list holds 1,000 reports at most, from 90 days at most. Each portal answers at its own address; jurisdiction_id may be left out.',
  },
  addresses: { vi: 'Địa chỉ', en: 'Addresses' },
} as const satisfies Messages

/** GET /open311: what people who write programs need to know. */
export function showDescription(c: DeliveryContext): Response | Promise<Response> {
  const { say } = c.var
  const part = (title: Message, ...texts: readonly Message[]) => (
    <section>
      <h2>{say(title)}</h2>
      {texts.map((text) => (
        <p>{say(text)}</p>
      ))}
    </section>
  )
  const addresses = ['discovery', 'services', 'requests'].flatMap((name) => [`${name}.json`, `${name}.xml`])
  return c.html(
    <Page
      c={c}
      title={say(messages.title)}
      description={say(messages.lead)}
      canonical="/open311"
      crumbs={[{ name: say(messages.title) }]}
    >
      <div class="wrap words-page statement">
        <h1>{say(messages.title)}</h1>
        <p>
          {say(messages.lead)} <a href={specification}>{specification.replace('http://', '')}</a>
        </p>
        {part(messages.read, messages.readText, messages.limits)}
        {part(messages.send, messages.sendText, messages.publish, messages.notPublic, messages.media, messages.again)}
        <section>
          <h2>{say(messages.addresses)}</h2>
          <ul>
            {addresses.map((name) => (
              <li>
                <a href={`/open311/v2/${name}`}>{`/open311/v2/${name}`}</a>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Page>,
  )
}
