/*
 * Words of the social economy that mean the same to whoever writes an issue, one line each, the forms apart by a space.
 * A form is a stem: `늘리` stands for 늘리자 and 늘리기. A compound of three syllables or more is found also when it is
 * written apart (마을 기업). A line with one form is there so that compounds can be cut: 돌봄교실 is 돌봄 and 교실.
 */

/** What an issue is about. */
const things = `
판로 판매처 납품처 팔곳 팔데 팔길
홍보 알리 알릴 알려 알림 광고 선전
돌봄 보육 돌보 돌볼 보살피 보살핌 간병
노인 어르신 고령자 고령층 할머니 할아버지 홀몸어르신 독거노인
아이 어린이 아동 자녀 유아
청년 젊은이 젊은사람 청년층
공간 장소 모일곳 모일데 자리
교육 강의 강좌 수업 연수 가르치 가르쳐 배우 배울 특강 교실
인건비 월급 급여 임금 봉급
처우 근로조건 노동조건
일자리 고용 취업 일할곳 일할데 채용
임대료 월세 집세 건물세
공동판매장 판매장 매장 공동매장 직매장
판매 팔수 파는 팔아 팔고 판다
온라인 인터넷
쇼핑몰 온라인몰
자금 돈 사업비 재원
융자 대출
컨설팅 자문 상담
멘토 멘토링 조언자
네트워크 연결망 연대 연계망
협력 협업 협조
활성화 살리 살려 활기 되살리
골목상권 동네가게 골목가게 동네상점 골목상점 상권
공공구매 공공기관우선구매 우선구매 공공기관구매
구매 사주 사주세요 구입
축제 행사 장터 잔치 한마당
재활용 재사용 자원순환 새활용
전문가 전문인력
인력 일손 담당인력
인식 잘몰 모르 모름 몰라
참여 참가 동참
주차장 주차공간 주차 차세울곳 차댈곳
서류 행정절차 절차 행정서류
빈집 비어있는집 공가
빈점포 빈가게 공실
점포 가게 상점
동네 지역 마을
주민 주민들 이웃
사회적경제 
사회적기업
협동조합 조합
마을기업
자활기업 자활
중간지원조직 지원센터 통합지원센터
구청 지자체 행정기관
담당자 담당공무원 공무원
제품 상품 물건
창업 창업자
공유부엌 공유주방
공동작업장 작업장
장애인 장애
경력단절 경단녀
여성
지역화폐 지역상품권 상품권
가맹점
할인율 할인
상인회 상인
시장 전통시장
주택 집
식사 밥 반찬 끼니 도시락
배달
병원
회계 장부
세무 세금
조합원
예산
담당
기업
운영비
카페
학교
회의실 회의
모임 모이 모일 모입
센터
시설
서비스
프로그램
지원금 보조금
손님 고객
사람
정보
인증
기준
디자인
포장
품질
가격
축산
농산물 로컬푸드
사업
공모
설명회
책자 목록
기금
보험료
조례
공원
놀이터
화장실
간판
디지털 스마트폰
노동자 종사자 활동가
맞벌이
부부
재고
멘티
연합회
박람회
교과서
이동권
문화
법률
시간
휴식
쓰레기
도서관
매출
배송
청소
안전
위생
점검
`

/** What is wished or missed: much of it means "more of this", and it says less about whether two issues are the same. */
const wishes = `
부족 모자라 모자란 모자람 모자랍 없 적음 적다 적습 적어 저조 미흡 불가 안됨 안되 안돼 안됩 힘들 힘든 어렵 어려워 어려 곤란 않
확대 늘리 늘려 늘렸 늘어나 늘어 높이 높여 확충 더많 추가 열자 열기 열어
필요 원합 원해 바람 바랍 싶
지원 도와 도움 돕 후원 보태
설치 만들 만든 설립 조성 구축 마련 세우 개설 운영 하자
감소 줄이 줄여 낮추 낮춰
비싸 비싼 비쌉 부담 오르 올라 올랐
개선 정비 고치
활용 쓰자 쓰면 쓰게
간소화 간단 복잡
`

/** Words that change the wish into its opposite: two issues that differ in them are not the same. */
export const opposites: readonly (readonly [string, string])[] = [
  ['확대', '감소'],
  ['완화', '강화'],
  ['확충', '통폐합'],
]
const further = `
완화
강화
통폐합
폐지
금지
감면
철거
`

/** Words that say nothing about the matter. */
const fillers = `너무 많이 정말 매우 아주 좀 조금 계속 자꾸 우리 저희 그리고 그래서 그런데 때문에 때문 위한 위해서 위해 위하여
대한 대해 통한 통해 함께 있으면 있었으면 있습니다 있어요 있다 있는 있게 좋겠 좋아요 좋을 주세요 주십시오 주시기 주면 주었 달라 됩니다
되었으면 됐으면 했으면 하면 하는 합니다 해요 해야 하고 것 수 등 및 더 잘 안 못 꼭 간 사이 끼리 기회 방법 곳 데 뒤 후 여러 각종 같은 모든 매년 바랍니다`

const lines = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))

/** What a form means. `weight` is 0 for a filler, less than 1 for a wish, 1 for a thing. */
export interface Meaning {
  concept: string
  weight: number
}

/* Set by the tuning half of test/similarity. */
const WISH_WEIGHT = 0.3

const meaningsOf = (text: string, weight: number): [string, Meaning][] =>
  lines(text).flatMap((forms) => forms.map((form): [string, Meaning] => [form, { concept: forms[0] ?? form, weight }]))

export const lexicon: ReadonlyMap<string, Meaning> = new Map([
  ...fillers.split(/\s+/).map((form): [string, Meaning] => [form, { concept: '', weight: 0 }]),
  ...meaningsOf(wishes, WISH_WEIGHT),
  ...meaningsOf(further, 1),
  ...meaningsOf(things, 1),
])
export const longestForm = Math.max(...[...lexicon.keys()].map((form) => form.length))
