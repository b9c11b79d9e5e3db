package cn.dangqun.kiosk.meeting;

import cn.dangqun.domain.fact.SessionFact.BallotForm;
import cn.dangqun.domain.fact.SessionFact.Votes;
import cn.dangqun.domain.session.BallotRule;
import cn.dangqun.domain.session.SessionRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// A ballot while its numbers are typed, one after the other. `subjects` are what or whom is voted on; `typed` are the
/// digits of each field, `at` the field that is being typed. What is left empty is 0.
record BallotDraft(
        SessionRecord.Item item, BallotForm form, List<String> subjects, boolean written, List<String> typed, int at) {
    private static final int MOST_DIGITS = 3;

    enum Asked {
        GIVEN,
        RETURNED,
        INVALID,
        YES,
        NO,
        ABSTAIN,
        WRITTEN
    }

    /// `subject` is empty for what is asked of the ballot as a whole.
    record Field(Asked asked, OptionalInt subject) {}

    BallotDraft {
        subjects = List.copyOf(subjects);
        typed = List.copyOf(typed);
    }

    static BallotDraft of(SessionRecord.Item item, BallotForm form, List<String> subjects, boolean written) {
        var empty = new BallotDraft(item, form, subjects, written, List.of(), 0);
        return empty.with(Collections.nCopies(empty.fields().size(), ""), 0);
    }

    private BallotDraft with(List<String> values, int next) {
        return new BallotDraft(item, form, subjects, written, values, next);
    }

    List<Field> fields() {
        var fields = new ArrayList<Field>();
        if (form == BallotForm.SECRET) {
            for (var each : List.of(Asked.GIVEN, Asked.RETURNED, Asked.INVALID)) {
                fields.add(new Field(each, OptionalInt.empty()));
            }
        }
        for (int i = 0; i < subjects.size(); i++) {
            var subject = OptionalInt.of(i);
            fields.add(new Field(Asked.YES, subject));
            fields.add(new Field(Asked.NO, subject));
            fields.add(new Field(Asked.ABSTAIN, subject));
            if (written) {
                fields.add(new Field(Asked.WRITTEN, subject));
            }
        }
        return fields;
    }

    /// Those that stand on the screen together with the one that is typed: about the same subject.
    List<Integer> together() {
        var fields = fields();
        return IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).subject().equals(fields.get(at).subject()))
                .boxed()
                .toList();
    }

    BallotDraft type(String digit) {
        var value = typed.get(at);
        return value.length() < MOST_DIGITS ? put(value + digit) : this;
    }

    BallotDraft erase() {
        var value = typed.get(at);
        return value.isEmpty() ? this : put(value.substring(0, value.length() - 1));
    }

    private BallotDraft put(String value) {
        var values = new ArrayList<>(typed);
        values.set(at, value);
        return with(values, at);
    }

    BallotDraft goTo(int field) {
        return with(typed, field);
    }

    boolean isLast() {
        return at == typed.size() - 1;
    }

    /// From the first again, with what was typed.
    BallotDraft again() {
        return with(typed, 0);
    }

    int value(int field) {
        return typed.get(field).isEmpty() ? 0 : Integer.parseInt(typed.get(field));
    }

    BallotRule.Cast cast() {
        return new BallotRule.Cast(
                form,
                whole(Asked.GIVEN),
                whole(Asked.RETURNED),
                whole(Asked.INVALID),
                IntStream.range(0, subjects.size())
                        .mapToObj(i -> new Votes(
                                subjects.get(i),
                                of(i, Asked.YES),
                                of(i, Asked.NO),
                                of(i, Asked.ABSTAIN),
                                of(i, Asked.WRITTEN)))
                        .toList());
    }

    private int whole(Asked asked) {
        return find(new Field(asked, OptionalInt.empty()));
    }

    private int of(int subject, Asked asked) {
        return find(new Field(asked, OptionalInt.of(subject)));
    }

    private int find(Field field) {
        int index = fields().indexOf(field);
        return index < 0 ? 0 : value(index);
    }
}
