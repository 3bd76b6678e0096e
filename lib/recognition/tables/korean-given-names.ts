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
  피터 필립 해리 헨리 헬렌 힐러리 헌터 질 애슐리 티파니 배런 첼시 지미 로절린 니콜라이 이고르 드미트리 세르게이`.split(
    /\s+/,
  ),
);

/**
 * Given names of Japanese as Korean newspapers write them: behind a known family name they make another person of it
 * (아베 아키에 is not Abe Shinzo). Own list, of the commonest of the last hundred years and of public figures.
 */
export const JAPANESE_GIVEN_NAMES: ReadonlySet<string> = new Set(
  `가쓰야 가즈오 가즈코 가즈히로 게이코 게이타 게이조 겐 겐이치 겐지 겐타 겐타로 고이치 고타로 교코 구니오 나오미 나오코 나오키
  노리코 노보루 노부오 노부코 다로 다이스케 다카시 다카코 다케시 다케오 다쿠야 도모코 도시오 도시코 료 료타 료코 루리코 마나부
  마리코 마사오 마사코 마사하루 마사히로 마사히코 마코토 마키코 모토코 미나코 미노루 미도리 미쓰오 미유키 미치코 미카 사나에 사오리
  사치코 사토루 사토시 세이지 소타 쇼 쇼타 쇼헤이 슌스케 스스무 시게루 시게오 신스케 신이치 신이치로 신조 신지 신지로 신타로
  아야코 아유미 아이코 아키라 아키에 아키코 아키히로 야스오 야스코 야스히로 에리코 에이사쿠 에이지 에이키치 오사무 요스케 요시로
  요시오 요시코 요시히데 요시히코 요시히로 요이치 요코 요헤이 유리코 유미 유미코 유스케 유이치 유코 유키 유키오 유키코 이사무
  이치로 잇페이 준 준이치 준이치로 준코 쥰 지로 지에코 지즈코 하나코 하루키 하지메 히데오 히데키 히데토시 히로 히로미 히로부미
  히로시 히로유키 히로코 히사시 히토미`.split(/\s+/),
);
