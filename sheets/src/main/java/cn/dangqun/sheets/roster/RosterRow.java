package cn.dangqun.sheets.roster;

import cn.dangqun.domain.credential.ResidentNumber;
import cn.dangqun.domain.member.MemberCategory;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.NameText;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.member.Sex;
import cn.dangqun.sheets.SheetDay;
import cn.dangqun.sheets.SheetRow;
import cn.dangqun.sheets.roster.RosterLine.Kind;
import cn.dangqun.sheets.roster.RosterLine.Problem;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads one row. All that is wrong with it is collected.
final class RosterRow {
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_TEXT = 60;
    private static final int LONGEST_REMARK = 200;

    private static final Map<String, MemberStatus> STATUSES = Map.ofEntries(
            Map.entry("正式党员", MemberStatus.FULL),
            Map.entry("中共党员", MemberStatus.FULL),
            Map.entry("正式", MemberStatus.FULL),
            Map.entry("正", MemberStatus.FULL),
            Map.entry("党员", MemberStatus.FULL),
            Map.entry("预备党员", MemberStatus.PROBATIONARY),
            Map.entry("中共预备党员", MemberStatus.PROBATIONARY),
            Map.entry("预备", MemberStatus.PROBATIONARY),
            Map.entry("预", MemberStatus.PROBATIONARY),
            Map.entry("入党积极分子", MemberStatus.ACTIVIST),
            Map.entry("积极分子", MemberStatus.ACTIVIST),
            Map.entry("入党申请人", MemberStatus.APPLICANT));

    private static final Map<String, RelationKind> RELATIONS = Map.of(
            "自管党员", RelationKind.HOME,
            "自管", RelationKind.HOME,
            "双报到党员", RelationKind.REPORTED_IN,
            "双报到", RelationKind.REPORTED_IN,
            "在职党员", RelationKind.REPORTED_IN,
            "流入党员", RelationKind.FLOATING_IN,
            "流入", RelationKind.FLOATING_IN);

    /// 党籍状态 that say nothing against the person.
    private static final List<String> GOOD_STANDING = List.of("正常", "保留", "恢复");

    /// What exports lead with an apostrophe, so that no program takes it for a formula.
    private static final Pattern QUOTED = Pattern.compile("^'[=+@-]");

    private static final List<String> NOTHING = List.of("无", "-", "—", "/", "\\", "〃", "同上");

    private final RosterHeader header;
    private final SheetRow row;
    private final List<Problem> problems = new ArrayList<>();

    RosterRow(RosterHeader header, SheetRow row) {
        this.header = header;
        this.row = row;
    }

    RosterLine line() {
        var name = name();
        var number = number();
        var joined = day(RosterColumn.JOINED);
        var confirmed = day(RosterColumn.CONFIRMED);
        if (joined.isPresent()
                && confirmed.filter(day -> day.isBefore(joined.get())).isPresent()) {
            wrong(RosterColumn.CONFIRMED, Kind.ORDER);
        }
        return new RosterLine(
                row.number(),
                name,
                number,
                cell(RosterColumn.BRANCH),
                cell(RosterColumn.GROUP),
                status(),
                choice(RosterColumn.RELATION, RELATIONS),
                sex(number),
                born(number),
                text(RosterColumn.ETHNIC_GROUP, LONGEST_TEXT),
                text(RosterColumn.EDUCATION, LONGEST_TEXT),
                text(RosterColumn.PHONE, LONGEST_TEXT),
                joined,
                confirmed,
                text(RosterColumn.POST, LONGEST_TEXT),
                categories(),
                text(RosterColumn.REMARK, LONGEST_REMARK),
                id(),
                problems);
    }

    private Optional<MemberId> id() {
        var cell = cell(RosterColumn.ID);
        boolean isOne = cell.matches("[A-Z0-9-]{1,32}");
        if (!cell.isEmpty() && !isOne) {
            wrong(RosterColumn.ID, Kind.NO_CHOICE);
        }
        return isOne ? Optional.of(new MemberId(cell)) : Optional.empty();
    }

    private String cell(RosterColumn column) {
        var cell = header.cell(row, column);
        if (QUOTED.matcher(cell).find()) {
            return cell.substring(1);
        }
        return NOTHING.contains(cell) ? "" : cell;
    }

    private void wrong(RosterColumn column, Kind kind) {
        problems.add(new Problem(column, kind, header.cell(row, column)));
    }

    private String name() {
        var name = NameText.spelled(cell(RosterColumn.NAME));
        if (name.isEmpty()) {
            wrong(RosterColumn.NAME, Kind.MISSING);
        } else if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            wrong(RosterColumn.NAME, Kind.TOO_LONG);
        }
        return name;
    }

    private Optional<ResidentNumber> number() {
        var cell = cell(RosterColumn.NUMBER);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        return switch (ResidentNumber.read(cell)) {
            case ResidentNumber.Read.Good(var number) -> Optional.of(number);
            case ResidentNumber.Read.Bad(var fault) -> {
                wrong(RosterColumn.NUMBER, kind(fault, cell));
                yield Optional.empty();
            }
        };
    }

    private static Kind kind(ResidentNumber.Fault fault, String cell) {
        if (cell.matches("\\d{15}000") || cell.matches("(?i)\\d\\.\\d+e\\+?\\d+")) {
            return Kind.NUMBER_LOST_DIGITS;
        }
        return switch (fault) {
            case LENGTH -> Kind.NO_NUMBER_LENGTH;
            case CHARACTERS -> Kind.NO_NUMBER_CHARACTERS;
            case BIRTH -> Kind.NO_NUMBER_BIRTH;
            case CHECK -> Kind.NO_NUMBER_CHECK;
        };
    }

    /// 党籍状态 has two meanings; what stands in it decides.
    private Optional<MemberStatus> status() {
        var standing = RosterText.words(cell(RosterColumn.STATUS));
        var said = RosterText.words(cell(RosterColumn.CATEGORY));
        if (!standing.isEmpty() && !STATUSES.containsKey(standing) && !GOOD_STANDING.contains(standing)) {
            wrong(RosterColumn.STATUS, Kind.NOT_IN_GOOD_STANDING);
        }
        if (said.equals("是") || said.equals("否")) {
            return Optional.of(said.equals("是") ? MemberStatus.FULL : MemberStatus.PROBATIONARY);
        }
        return said.isEmpty() ? Optional.ofNullable(STATUSES.get(standing)) : choice(RosterColumn.CATEGORY, STATUSES);
    }

    private <T> Optional<T> choice(RosterColumn column, Map<String, T> choices) {
        var said = RosterText.words(cell(column));
        if (!said.isEmpty() && !choices.containsKey(said)) {
            wrong(column, Kind.NO_CHOICE);
        }
        return Optional.ofNullable(choices.get(said));
    }

    private Optional<Sex> sex(Optional<ResidentNumber> number) {
        var said = RosterText.words(cell(RosterColumn.SEX));
        var sex = said.startsWith("男")
                ? Optional.of(Sex.MALE)
                : said.startsWith("女") ? Optional.of(Sex.FEMALE) : Optional.<Sex>empty();
        if (!said.isEmpty() && sex.isEmpty() && !said.contains("未")) {
            wrong(RosterColumn.SEX, Kind.NO_CHOICE);
        }
        var ofNumber = number.map(each -> each.isMans() ? Sex.MALE : Sex.FEMALE);
        if (sex.isPresent() && ofNumber.isPresent() && !sex.equals(ofNumber)) {
            wrong(RosterColumn.SEX, Kind.NOT_AS_THE_NUMBER);
        }
        return sex.or(() -> ofNumber);
    }

    /// A birth in a personnel file may differ from the card's by right; only the number's own day is taken from it.
    private Optional<LocalDate> born(Optional<ResidentNumber> number) {
        var ofNumber = number.map(ResidentNumber::born);
        var written = day(RosterColumn.BORN);
        // 1948.03 is a month: the day of it stands in the number
        var sameMonth = ofNumber.filter(day -> written.filter(each ->
                        each.getDayOfMonth() == 1 && YearMonth.from(each).equals(YearMonth.from(day)))
                .isPresent());
        return sameMonth.or(() -> written).or(() -> ofNumber);
    }

    private Optional<LocalDate> day(RosterColumn column) {
        var cell = cell(column);
        var day = SheetDay.read(cell).filter(each -> each.getYear() >= 1900 && each.getYear() < 2100);
        if (!cell.isEmpty() && day.isEmpty()) {
            wrong(column, Kind.NO_DAY);
        }
        return day;
    }

    private Optional<String> text(RosterColumn column, int longest) {
        var cell = RosterText.words(cell(column));
        if (cell.codePointCount(0, cell.length()) > longest) {
            wrong(column, Kind.TOO_LONG);
            return Optional.empty();
        }
        return Optional.of(cell).filter(each -> !each.isEmpty());
    }

    private EnumSet<MemberCategory> categories() {
        var categories = EnumSet.noneOf(MemberCategory.class);
        Map.of(
                        RosterColumn.FLOATING, MemberCategory.FLOATING_OUT,
                        RosterColumn.OUT_OF_TOUCH, MemberCategory.OUT_OF_TOUCH,
                        RosterColumn.FRAIL, MemberCategory.FRAIL,
                        RosterColumn.RETIRED, MemberCategory.RETIRED,
                        RosterColumn.HARDSHIP, MemberCategory.HARDSHIP)
                .forEach((column, category) -> {
                    var said = RosterText.words(cell(column));
                    if (said.equals("是") || said.equals("√") || said.equals("1")) {
                        categories.add(category);
                    } else if (!said.isEmpty() && !said.equals("否") && !said.equals("0")) {
                        wrong(column, Kind.NO_CHOICE);
                    }
                });
        return categories;
    }
}
