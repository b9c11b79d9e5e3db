package cn.dangqun.server.review;

import cn.dangqun.domain.fact.ReviewItem.Answer;
import cn.dangqun.domain.fact.ReviewItem.Kind;
import cn.dangqun.server.attendance.RollDifferences.What;
import cn.dangqun.server.review.Case.Tap;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a reviewer may decide about an item, and what each decision changes in the figures, in one sentence. The
/// first is what the street counts already.
record Choices(Texts texts, Times times) {
    /// Begins the code of a choice that names a record, which follows.
    static final String CHOOSE = "CHOOSE ";

    static final String MATCH = "MATCH";
    static final String DISREGARDED = "DISREGARDED";
    static final String OTHERWISE = "OTHERWISE";

    /// `code` is what the form sends; `member`: somebody has to be named; `note`: words are asked for.
    record Choice(String code, String label, String effect, boolean member, boolean note) {}

    List<Choice> of(Case about, Optional<What> difference) {
        var choices = new ArrayList<>(ofKind(about, difference));
        if (about.waiting().item().activity().isPresent()) {
            boolean whole = about.waiting().item().kind() == Kind.ACTIVITY;
            choices.add(new Choice(
                    Answer.RETURNED.name(),
                    texts.get("review.choice.returned"),
                    texts.get(whole ? "review.effect.returnedActivity" : "review.effect.returned"),
                    false,
                    true));
        }
        return choices;
    }

    private List<Choice> ofKind(Case about, Optional<What> difference) {
        return switch (about.waiting().item().kind()) {
            case DUPLICATE -> records(about);
            case OVERLAP -> overlap(about);
            case GUEST ->
                List.of(
                        new Choice(
                                MATCH, texts.get("review.choice.match"), texts.get("review.effect.match"), true, false),
                        stands("review.choice.guest", texts.get("review.effect.guest")));
            case CLOCK ->
                List.of(
                        stands(
                                "review.choice.clock",
                                texts.get("review.effect.none", about.about().present())),
                        answer(Answer.SET_ASIDE, "review.choice.setAside", without(about)));
            case MAKEUP ->
                List.of(
                        answer(Answer.COUNTS, "review.choice.makeup", approved(about)),
                        answer(
                                Answer.SET_ASIDE,
                                "review.choice.noMakeup",
                                texts.get("review.effect.none", about.about().present())));
            case LATE ->
                List.of(
                        answer(Answer.COUNTS, "review.choice.late", texts.get("review.effect.late")),
                        stands("review.choice.notLate", texts.get("review.effect.notLate")));
            case UNSIGNED ->
                List.of(
                        stands(
                                "review.choice.unsigned",
                                texts.get("review.effect.none", about.about().present())),
                        answer(Answer.COUNTS, "review.choice.signed", with(about)));
            case UNCLOSED ->
                List.of(stands(
                        "review.choice.unclosed",
                        about.about().present() > 0
                                ? texts.get("review.effect.held", about.about().present())
                                : texts.get("review.effect.notHeld")));
            case ACTIVITY -> List.of(stands("review.choice.reviewed", texts.get("review.effect.reviewed")));
            case ROSTER -> roster(about, difference);
            case PARKED ->
                List.of(
                        parked(DISREGARDED, "review.settlement.disregarded"),
                        parked(OTHERWISE, "review.settlement.otherwise"));
        };
    }

    private Choice answer(Answer answer, String label, String effect) {
        return new Choice(answer.name(), label(label), effect, false, false);
    }

    private Choice stands(String label, String effect) {
        return answer(Answer.STANDS, label, effect);
    }

    private Choice parked(String code, String label) {
        return new Choice(code, label(label), texts.get("review.effect.parked"), false, true);
    }

    private String label(String key) {
        return texts.get(key);
    }

    private List<Choice> records(Case about) {
        var counted = about.standing().stream().filter(Tap::counted).findFirst();
        return about.standing().stream()
                .sorted(Comparator.comparing(each -> !each.counted()))
                .map(each -> new Choice(
                        CHOOSE + each.id().kiosk() + "/" + each.id().epoch().hex() + "/"
                                + each.id().seq(),
                        texts.get(
                                each.counted() ? "review.choice.keep" : "review.choice.instead",
                                at(each),
                                each.kiosk()),
                        each.counted()
                                ? texts.get("review.effect.none", about.about().present())
                                : instead(about, each, counted),
                        false,
                        false))
                .toList();
    }

    private String instead(Case about, Tap other, Optional<Tap> counted) {
        var before = counted.map(this::at).orElse("—");
        boolean differs = counted.filter(each -> each.late() == other.late()).isEmpty();
        return texts.get(
                differs ? "review.effect.timeAndLate" : "review.effect.time",
                about.about().present(),
                before,
                at(other));
    }

    /// What stands on a list on paper has no time of its own.
    private String at(Tap tap) {
        return tap.how().equals("PAPER") ? texts.get("attendance.how.paper") : times.precise(tap.at());
    }

    private List<Choice> overlap(Case about) {
        var ids = about.waiting().item().ids();
        return List.of(
                stands("review.choice.both", texts.get("review.effect.both")),
                answer(
                        Answer.AT_FIRST,
                        "review.choice.atFirst",
                        texts.get("review.effect.oneLess", title(about, ids.get(2)))),
                answer(
                        Answer.AT_OTHER,
                        "review.choice.atOther",
                        texts.get("review.effect.oneLess", title(about, ids.getFirst()))));
    }

    private static String title(Case about, String activity) {
        return about.taps().stream()
                .filter(each -> each.activity().equals(activity))
                .map(Tap::title)
                .findFirst()
                .orElse(activity);
    }

    private List<Choice> roster(Case about, Optional<What> difference) {
        var stands = stands("review.choice.frozen", texts.get("review.effect.frozen"));
        return difference.filter(What.NOT_YET::equals).isPresent()
                ? List.of(
                        stands,
                        answer(
                                Answer.COUNTS,
                                "review.choice.amend",
                                texts.get(
                                        about.standing().isEmpty()
                                                ? "review.effect.dueMore"
                                                : "review.effect.dueAndPresentMore")))
                : List.of(stands);
    }

    /// What is left when this record does not count.
    private String without(Case about) {
        int present = about.about().present();
        return about.isCounted() && about.standing().size() == 1
                ? texts.get("review.effect.less", present, present - 1)
                : texts.get("review.effect.none", present);
    }

    /// Nobody signs for another: where people sign, approval alone makes nobody 实到 (OQ-40).
    private String approved(Case about) {
        return about.named().filter(Tap::unsigned).isPresent()
                ? texts.get("review.effect.unsigned", about.about().present())
                : with(about);
    }

    /// One more, if the person is due there and not present yet.
    private String with(Case about) {
        int present = about.about().present();
        if (about.isCounted()) {
            return texts.get("review.effect.none", present);
        }
        return about.then().isEmpty()
                ? texts.get("review.effect.noRoll", present)
                : texts.get("review.effect.more", present, present + 1);
    }
}
