package cn.dangqun.devices.drivers.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.common.StringUtils;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTextTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset SHIFT_JIS = Charset.forName("Shift_JIS");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A017号",
                "样例甲",
                "样例甲 A017",
                "样例甲,示例街道,2026-11-23",
                "党群服务中心",
                "欢迎您",
                "张镕",
                "李喆",
                "王玥",
                "陈堃垚",
                "阿卜杜拉·样例",
                "䶮样例",
                "𠮷样例",
                "示例省示例市示例区甲乙路12号3栋402室",
                "姓名：样例乙；编号：000123",
                "（测试）第１２３号",
                "扫描二维码",
                "社区支部委员会",
                "http://example.org/q?n=样例丙",
                "{\"name\":\"样例丁\",\"no\":7}",
                "鼎鑫麟鹏",
                "葡萄牙",
                "谱写",
                "豆腐",
                "桥",
                "蜻蜓点水",
                "豫剧",
                "繁體字範例",
                "您的号码是A017，请到3号窗口"
            })
    void readsChineseWithoutACharacterSet(String text) {
        assertEquals(text, CodeText.decode(text.getBytes(GB18030)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ｻﾝﾌﾟﾙﾃｷｽﾄ",
                "ﾃｽﾄﾃﾞｰﾀ",
                "ﾊﾞｰｺｰﾄﾞ ﾘｰﾀﾞｰ",
                "ｱﾝｹｰﾄﾆｺﾀｴﾙ",
                "ｹｲﾀｲﾃﾞﾝﾜ",
                "ﾒｰﾙｱﾄﾞﾚｽ:a@example.org",
                "ﾄｳｷｮｳﾄﾁﾖﾀﾞｸ1-2-3",
                "MECARD:N:見本,太郎;SOUND:ﾐﾎﾝ,ﾀﾛｳ;TEL:0000000000;;",
                "これはテストです",
                "サンプル株式会社",
                "日本語のテキスト",
                "東京都千代田区",
                "お問い合わせはこちら http://example.org/",
                "ﾎｰﾑﾍﾟｰｼﾞ http://example.org/i/",
                "電話番号 000-0000-0000",
                "ｺﾝﾆﾁﾊ",
                "ﾎﾝﾀﾞ",
                "京都",
                "ﾆﾎﾝｺﾞ",
                "ｸｰﾎﾟﾝｹﾞｯﾄ!"
            })
    void readsJapaneseWithoutACharacterSet(String text) {
        assertEquals(text, CodeText.decode(text.getBytes(SHIFT_JIS)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Grüße aus Köln",
                "Müller",
                "Café",
                "naïve",
                "señor Núñez",
                "København",
                "Straße 5, Größe 3",
                "Ångström",
                "Größe",
                "Öl",
                "français, déjà vu",
                "BEGIN:VCARD\nN:Möbius;Jörg\nEND:VCARD"
            })
    void readsWesternWordsWithoutACharacterSet(String text) {
        assertEquals(text, CodeText.decode(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"样例甲 A017", "Grüße", "ｻﾝﾌﾟﾙ", "これは", "𠮷䶮", "plain", "", "联通", "目"})
    void readsUtf8First(String text) {
        assertEquals(text, CodeText.decode(text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                text,
                CodeText.decodeStrictly(text.getBytes(StandardCharsets.UTF_8)).orElseThrow());
    }

    @Test
    void saysWhenBytesAreNoText() {
        assertTrue(
                CodeText.decodeStrictly(HexFormat.of().parseHex("41ff80fe00ff")).isEmpty());
    }

    @Test
    void putsOnlyTheByteSegmentRight() {
        var segment = "号样例".getBytes(GB18030);
        var guessed = new String(segment, StringUtils.guessCharset(segment, null));

        assertEquals("A017号样例 B", CodeText.corrected("A017" + guessed + " B", segment));
    }

    @Property
    void answersForAnyBytes(@ForAll @Size(max = 300) byte[] bytes) {
        assertNotNull(CodeText.decode(bytes));
        CodeText.decodeStrictly(bytes).ifPresent(text -> assertEquals(text, CodeText.decode(bytes)));
    }
}
