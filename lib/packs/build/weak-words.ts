/** Names of places that are words or names of persons in Japanese and Korean: only beside other evidence. */

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Ordinary words, goods and persons: 전주 "the week before", 오산 "miscalculation", クルーズ "cruise", ウール "wool". */
export const WORDS: ReadonlySet<string> = list(`
  전주 진주 원주 경주 기장 오산 양산 하남 고성 강화 구리 화성 수원 동해 남해 서해 이천 상주 공주 나주 안성 의성 보은 장수
  영광 완도 진도 화순 하동 사천 동구 서구 남구 북구 중구 기타구 세종 정선 인제
  저지 건지 도라도 자외선 요리사 수도청 포도막 보조원 나라일 메디나 로제타 까르푸 타이프 센트로
  アルバ アンガス オルト オード オーブ ウール ガード クラン クルーズ ケント サットン サルト シェール ジュラ ジョージ スミス
  セントロ タイフ タバスコ ターン チワワ チュー デボン ドローム ノルド ハルトン バンク バーネット バリー パース パール パスト
  ビクトリア フェズ ブレント ボルトン ポルト マイケル マートン マラン マンタ メアリー メディナ モーゼル ランデス リーズ リンス
  レオン ロゼッタ ロザリオ ローヌ カルフール ギルバート ブランド ドラド サンド カステル コール テーマ ブレスト ビトム マルケス
`);

/** Cities and prefectures of Japan whose names are family names that many bear. */
export const BORNE_AS_FAMILY_NAMES: ReadonlySet<string> = list(`
  山口 宮崎 石川 福井 香川 富山 松本 松山 高松 平塚 町田 福山 藤沢 川口 川越 大津 豊田 本田 岡崎 上田 三島 金沢 秋田 長野 高知
  徳山 大田 明石 福田 川崎 長崎 森口 神田 小田 中野 岸和 大野 小野 坂井 吉田 江口 武田 池田 和田 津田 高山 青山 前田 柏原
`);
