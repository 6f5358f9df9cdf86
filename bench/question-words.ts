/** What people ask their authorities about, in words of everyday. Built for the benchmark: nobody asked any of this. */
const subjects =
  `đèn đường|sổ đỏ|giấy khai sinh|vỉa hè|rác thải sinh hoạt|học phí mầm non|bảo hiểm y tế|giấy phép xây dựng|nước sạch|tiếng ồn ban đêm|đăng ký tạm trú|trợ cấp xã hội|cây xanh gãy đổ|chợ dân sinh|ngõ ngập nước|hộ kinh doanh|đăng ký kết hôn|chứng thực chữ ký|nhà văn hóa|bãi đỗ xe|tách thửa đất|chuyển mục đích sử dụng đất|cấp lại căn cước|lý lịch tư pháp|nhà ở xã hội|bồi thường tái định cư|quy hoạch tuyến phố|tuyến xe buýt|nắp cống bị mất|dây điện chùng thấp|trạm biến áp|cống thoát nước|hè phố bị lấn chiếm|quán karaoke|an toàn thực phẩm|phòng cháy chung cư|thang máy hỏng|quỹ bảo trì|trường tiểu học|tuyển sinh lớp một|nghĩa vụ quân sự|người có công|người cao tuổi|người khuyết tật|hộ nghèo|hỗ trợ việc làm|bảo hiểm thất nghiệp|thuế đất phi nông nghiệp|hóa đơn điện tử|đăng ký xe máy|tiêm chủng trẻ em|trạm y tế|chó thả rông|đốt rơm rạ|khói bụi công trường|xe quá tải|điểm trung chuyển rác|thùng rác công cộng|mặt đường hư hỏng|biển báo giao thông`.split(
    '|',
  )
const matters =
  `nộp hồ sơ ở đâu|cần những giấy tờ gì|bao lâu thì có kết quả|bị hỏng thì báo cho ai|mức thu là bao nhiêu|có làm trực tuyến được không|người khác nộp thay được không|khi nào được sửa chữa|đơn vị nào có thẩm quyền|thuộc trách nhiệm của ai|mất thì xin cấp lại thế nào|điều kiện được hưởng ra sao|có được miễn giảm không|sai thông tin thì điều chỉnh thế nào|bị từ chối thì khiếu nại ở đâu|thời gian tiếp nhận là mấy giờ|phải nộp lệ phí không|đã quá hạn mà chưa trả kết quả|kéo dài nhiều tháng chưa giải quyết|gây nguy hiểm cho người đi lại|ảnh hưởng đến giấc ngủ của người dân|có kế hoạch cải tạo không|ai chịu chi phí|có công khai danh sách không`.split(
    '|',
  )
const places =
  `ở ngõ|ở ngách|trên phố|tại tổ dân phố số|ở khu tập thể|tại chung cư|gần trường học|sau chợ|cạnh trạm y tế|ở đầu cầu|ven hồ|trong khu đô thị`.split(
    '|',
  )
const sentences =
  `Gia đình tôi đã hỏi tổ dân phố nhưng chưa có câu trả lời rõ ràng|Tôi đến bộ phận một cửa hai lần mà chưa được hướng dẫn cụ thể|Người dân quanh đây đều mong sớm được giải quyết|Xin cho biết căn cứ pháp luật và thời hạn trả kết quả|Việc này đã kéo dài từ trước Tết đến nay|Mấy hôm mưa lớn tình trạng càng nặng hơn|Trẻ em và người cao tuổi đi lại rất khó khăn|Tôi đã gọi tổng đài và được hẹn nhưng không thấy ai đến|Hồ sơ đã nộp đủ theo danh mục niêm yết|Mẹ tôi tuổi cao không tự đi nộp được|Chúng tôi sẵn sàng phối hợp khi cơ quan đến kiểm tra|Đề nghị công khai kế hoạch để người dân theo dõi|Tôi ở trọ nên không có sổ hộ khẩu tại phường|Con tôi sắp vào lớp một nên cần giấy tờ gấp|Ban quản trị trả lời là không thuộc trách nhiệm của họ|Buổi tối khu vực này rất tối và vắng người`.split(
    '|',
  )

const list = (words: readonly string[]): string => `array['${words.join("', '")}']`
const pick = (words: readonly string[], of: string): string =>
  `(${list(words)})[1 + ((${of})::bigint % ${words.length})::integer]`
/** A number that looks like chance, of a number. */
export const mixed = (of: string, salt: number): string =>
  `(hashint8((${of})::bigint * 31 + ${salt})::bigint & 2147483647)`

/** SQL: the title of the question a number stands for. One in three names a house or a street by number. */
export const titleOf = (n: string): string =>
  `upper(left(${pick(subjects, mixed(n, 1))}, 1)) || substr(${pick(subjects, mixed(n, 1))}, 2) || ' ' || ${pick(places, mixed(n, 2))} || ' '
    || (${mixed(n, 3)} % 997) || ': ' || ${pick(matters, mixed(n, 4))} || '?'`
/** SQL: its text. */
export const bodyOf = (n: string): string =>
  `${pick(sentences, mixed(n, 5))} || '. ' || ${pick(sentences, mixed(n, 6))} || '. Tôi muốn hỏi về ' || ${pick(subjects, mixed(n, 1))} || ': '
    || ${pick(matters, mixed(n, 4))}|| '. ' || ${pick(sentences, mixed(n, 7))} || '.'`
