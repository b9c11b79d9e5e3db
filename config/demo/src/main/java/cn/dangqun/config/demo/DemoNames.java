package cn.dangqun.config.demo;

import cn.dangqun.domain.member.PersonName;

/// Names that nobody bears: a surname that says "sample", and cyclical characters in place of a given name.
/// Two to four characters; some with rare characters, some of the form that minorities use (F-89).
final class DemoNames {
    private static final String[] SURNAMES = {"样", "例", "示", "拟", "演", "样例"};
    private static final String[] STEMS = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
    private static final String[] BRANCHES = {"子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥"};
    private static final String[] RARE = {"䶮", "㛃", "𬺈", "犇", "㐂"};

    private DemoNames() {}

    /// The `index`-th name; no two indexes below 720 give the same.
    static PersonName name(int index) {
        var surname = SURNAMES[index % SURNAMES.length];
        int pair = index / SURNAMES.length;
        var stem = STEMS[pair % STEMS.length];
        var branch = BRANCHES[pair / STEMS.length % BRANCHES.length];
        if (index % 41 == 7) {
            return new PersonName(surname + RARE[index / 41 % RARE.length] + branch + (pair >= 60 ? stem : ""));
        }
        if (index % 37 == 11) {
            return new PersonName("阿" + stem + branch + "·" + surname + "买提");
        }
        return new PersonName(surname + stem + (pair % 7 == 0 && surname.length() == 1 ? "" : branch));
    }
}
