package cn.dangqun.sheets.roster;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The columns of a roster that are understood, by the headings that offices write over them (forms.md 1.3).
public enum RosterColumn {
    NAME("姓名|党员姓名|党员名字"),
    NUMBER("身份证号码|身份证号|身份证|公民身份号码|公民身份证号码|公民身份证号|党员身份证号"),
    BRANCH("所在党支部|所属党支部|党支部名称|党支部|所在支部|所在组织|所属组织|所属党组织|编入党支部"),
    GROUP("党小组|所在党小组|所属党小组"),
    CATEGORY("人员类别|党员类别|预/正|是否正式党员|政治面貌"),
    STATUS("党籍状态"),
    RELATION("关系|党员关系|组织关系"),
    SEX("性别"),
    BORN("出生日期|出生年月|生日"),
    ETHNIC_GROUP("民族"),
    EDUCATION("学历|最高学历|文化程度"),
    PHONE("手机号码|手机号|手机|联系电话|联系方式|电话"),
    JOINED("加入党组织日期|入党时间|入党日期"),
    CONFIRMED("转为正式党员日期|转正时间|转正日期"),
    POST("党内职务|所在党支部职务|职务"),
    FLOATING("是否流动党员|是否移动党员|流动党员"),
    OUT_OF_TOUCH("是否失联党员|失联党员"),
    HARDSHIP("困难党员|是否困难党员"),
    FRAIL("年老体弱党员|是否年老体弱党员"),
    RETIRED("离退休党员|是否离退休党员"),
    REMARK("备注|备注说明"),
    /// What the street calls the person, in its own exports
    ID("系统编号");

    /// Between bars.
    private final String headings;

    RosterColumn(String headings) {
        this.headings = '|' + headings + '|';
    }

    /// How templates write it.
    public String heading() {
        return headings.substring(1, headings.indexOf('|', 1));
    }

    /// A heading as it stands in a sheet: with line breaks, blanks, stars and hints in brackets.
    public static Optional<RosterColumn> of(String heading) {
        var plain = Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .replaceAll("\\(.*?\\)|（.*?）|\\[.*?\\]|【.*?】", "")
                .replaceAll("[\\s\\p{Z}*:：]+", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(each -> !plain.isEmpty() && each.headings.contains('|' + plain + '|'))
                .findFirst();
    }
}
