/**
 * Given names of other languages as Korean newspapers write them: before a known family name they make another person
 * of it (빌 게이츠 is not Robert Gates). Own list, of the commonest English given names in the usual transliteration
 * (외래어 표기법).
 */
export const TRANSLITERATED_GIVEN_NAMES: ReadonlySet<string> = new Set(
  `가브리엘 개리 게리 글렌 그레고리 낸시 니콜라스 닉 다니엘 대니얼 데이브 데이비드 도널드 도로시 랜디 래리 레베카 레이 로널드
  로버트 로라 로런스 로빈 로이 로저 루이스 리사 리처드 릭 린다 마거릿 마르코 마리아 마사 마이크 마이클 마크 매슈 매트 메리
  멜라니아 미셸 바버라 바이런 밥 버락 벤 벤저민 브라이언 브루스 빅터 빌 사라 새뮤얼 샘 세라 샌드라 수전 스콧 스티브 스티븐
  아서 안나 안드레아 안토니오 알렉스 알버트 앤 앤드루 앤디 앤서니 에드워드 에릭 에마 에밀리 엘런 엘리자베스 오스카 올리버 월터
  윌리엄 이반 이반카 잭 잰 저스틴 제니퍼 제러미 제시카 제이슨 제이컵 제임스 제프 제프리 조 조너선 조던 조지 조지프 존 짐 찰스
  찰리 카를로스 캐런 캐럴 케빈 켄 크리스 크리스티나 클라라 톰 토니 토머스 트레이시 팀 파블로 패트릭 팻 폴 프랭크 프레드
  피터 필립 해리 헨리 헬렌 힐러리`.split(/\s+/),
);
