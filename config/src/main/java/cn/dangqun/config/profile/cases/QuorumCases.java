package cn.dangqun.config.profile.cases;

import cn.dangqun.config.profile.InlineProfile;
import cn.dangqun.config.profile.json.Params;
import cn.dangqun.config.profile.json.Place;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.explain.MeetingExplanation;
import cn.dangqun.domain.profile.RuleProfile;
import cn.dangqun.domain.quorum.AgendaItem;
import cn.dangqun.domain.quorum.Ballot;
import cn.dangqun.domain.quorum.ItemResult;
import cn.dangqun.domain.quorum.ItemVerdict;
import cn.dangqun.domain.quorum.Meeting;
import cn.dangqun.domain.quorum.MeetingCount;
import cn.dangqun.domain.quorum.MeetingRules;
import cn.dangqun.domain.quorum.MeetingVerdict;
import cn.dangqun.domain.rule.ProfileRef;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Cases of `quorum-cases/1`: one meeting with its roll, attendance, agenda and ballots.
final class QuorumCases implements CaseKind<MeetingRules> {
    private static final int MOST = 1_000_000;
    /// The sources name the refusal of an election, not the permission; these say the same.
    private static final Map<String, Set<String>> SYNONYMS = Map.of(
            ItemResult.ELECTION_MAY_PROCEED.name(),
            Set.of("MAY_PROCEED", "PROCEED", "CAN_PROCEED", "ELECTION_ALLOWED", "ELECTION_VALID", "ALLOWED", "VALID"),
            ItemResult.NO_VOTE.name(),
            Set.of("NO_BALLOT", "NOT_VOTED", "NO_BALLOT_ITEM", "NOT_APPLICABLE"));

    @Override
    public MeetingRules rulesIn(Place block, Params params) {
        return InlineProfile.meetings(block, params);
    }

    @Override
    public MeetingRules rulesOf(RuleProfile profile) {
        return profile.meetings();
    }

    @Override
    public Comparison comparison() {
        var noVote = ItemResult.NO_VOTE.name();
        return new Comparison(
                List.of("no"), row -> noVote.equals(row.path("result").asString("")), SYNONYMS);
    }

    @Override
    public Optional<Computed> compute(ProfileRef profile, MeetingRules rules, Place input, Optional<Place> expected) {
        int before = input.faultCount();
        input.only("profile", "params", "meetingType", "duties", "roster", "attendance", "agenda", "ballots", "note");
        var type = input.field("meetingType").oneOf(ActivityType.class);
        var marks = marks(input);
        var count = count(input, rules.demandsSignature(type, marks));
        var agendaPlace = input.field("agenda");
        var agenda = agendaPlace.items().stream().map(QuorumCases::item).toList();
        var ballotsPlace = input.field("ballots");
        var ballots = ballotsPlace.items().stream().map(QuorumCases::ballot).toList();
        checkNumbers(agendaPlace, agenda, ballotsPlace, ballots);
        if (input.faultCount() > before || count.isEmpty()) {
            return Optional.empty();
        }
        var verdict = new Meeting(type, marks, count.get(), agenda, ballots).judge(profile, rules);
        return Optional.of(
                new Computed(profile, tree(verdict, true), tree(verdict, false), MeetingExplanation.of(verdict)));
    }

    /// The duties it is marked with, of which some are no activities (OQ-11).
    private static Set<ActivityType> marks(Place input) {
        var duties = input.maybe("duties").map(Place::items).orElseGet(List::of).stream()
                .map(each -> FrequencyInput.dutyCode(each).value())
                .collect(Collectors.toSet());
        return Arrays.stream(ActivityType.values())
                .filter(type -> duties.contains(type.name()))
                .collect(Collectors.toSet());
    }

    private static Optional<MeetingCount> count(Place input, boolean signatureDemanded) {
        int before = input.faultCount();
        var roster =
                input.field("roster").only("fullVoting", "fullNoVote", "probationary", "approvedNotCounted", "note");
        int exempt = number(roster, "approvedNotCounted");
        int votingDue = number(roster, "fullVoting") - exempt;
        int due = votingDue + number(roster, "fullNoVote") + number(roster, "probationary");
        var attendance = input.field("attendance")
                .only(
                        "fullVotingSigned",
                        "fullVotingUnsigned",
                        "fullNoVoteSigned",
                        "probationarySigned",
                        "leave",
                        "absentNoReason",
                        "observers",
                        "superiorReps",
                        "note");
        int unsigned = number(attendance, "fullVotingUnsigned");
        int votingPresent = number(attendance, "fullVotingSigned") + (signatureDemanded ? 0 : unsigned);
        int present = votingPresent + number(attendance, "fullNoVoteSigned") + number(attendance, "probationarySigned");
        List.of("leave", "absentNoReason").forEach(each -> number(attendance, each));
        // in neither 应到 nor 实到
        List.of("observers", "superiorReps")
                .forEach(each -> attendance.maybe(each).ifPresent(place -> place.whole(0, MOST)));
        if (votingDue < 0) {
            roster.fault("case.exempt_exceeds");
        } else if (present > due || votingPresent > votingDue) {
            attendance.fault("case.present_exceeds", "present", present, "due", due);
        }
        return input.faultCount() > before
                ? Optional.empty()
                : Optional.of(new MeetingCount(due + exempt, due, present, votingDue, votingPresent));
    }

    private static int number(Place place, String field) {
        return place.field(field).whole(0, MOST);
    }

    /// A kind the profile's agenda does not know is something else that is not voted on, unless there is a ballot.
    private static AgendaItem item(Place item) {
        item.only("no", "kind", "applicant", "title", "outcome", "note");
        var name = item.field("kind").text();
        var kind = Arrays.stream(AgendaKind.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(AgendaKind.OTHER);
        return new AgendaItem(
                item.field("no").whole(1, MOST),
                kind,
                item.maybe("outcome").map(each -> each.oneOf(AgendaItem.SetAside.class)));
    }

    private static Ballot ballot(Place ballot) {
        ballot.only("covers", "yes", "no", "abstain", "writtenYes", "form", "note");
        var place = ballot.field("covers");
        var covers = place.items().stream().map(each -> each.whole(1, MOST)).toList();
        if (covers.isEmpty()) {
            place.fault("case.ballot_covers_nothing");
        }
        return new Ballot(
                covers.isEmpty() ? List.of(1) : covers,
                number(ballot, "yes"),
                number(ballot, "no"),
                number(ballot, "abstain"),
                ballot.maybe("writtenYes").map(each -> each.whole(0, MOST)).orElse(0));
    }

    private static void checkNumbers(
            Place agendaPlace, List<AgendaItem> agenda, Place ballotsPlace, List<Ballot> ballots) {
        var numbers = new HashSet<Integer>();
        var elections = agenda.stream()
                .filter(item -> item.kind() == AgendaKind.ELECTION)
                .map(AgendaItem::no)
                .collect(Collectors.toSet());
        agenda.stream()
                .filter(item -> !numbers.add(item.no()))
                .forEach(item -> agendaPlace.fault("case.item_twice", "no", item.no()));
        var alone = new HashSet<Integer>();
        for (var ballot : ballots) {
            ballot.covers().stream()
                    .filter(no -> !numbers.contains(no))
                    .forEach(no -> ballotsPlace.fault("case.item_unknown", "no", no));
            var no = ballot.covers().getFirst();
            if (ballot.covers().size() == 1 && !alone.add(no) && !elections.contains(no)) {
                ballotsPlace.fault("case.ballot_twice", "no", no);
            }
        }
    }

    private static ObjectNode tree(MeetingVerdict verdict, boolean full) {
        var count = verdict.count();
        var tree = JsonNodeFactory.instance.objectNode();
        tree.put("total", count.total());
        tree.put("due", count.due());
        tree.put("present", count.present());
        tree.put("absent", count.absent());
        tree.put("votingDue", count.votingDue());
        tree.put("votingPresent", count.votingPresent());
        tree.put("votingPresentNeeded", verdict.votingPresentNeeded());
        tree.put("meetingStatus", verdict.status().name());
        var items = tree.putArray("items");
        verdict.items().stream()
                .filter(item -> full || item.result() != ItemResult.NO_VOTE)
                .forEach(item -> items.add(tree(item)));
        return tree;
    }

    private static ObjectNode tree(ItemVerdict item) {
        var tree = JsonNodeFactory.instance.objectNode();
        tree.put("no", item.no());
        tree.put("result", item.result().name());
        if (item.result() != ItemResult.NO_VOTE) {
            tree.put(item.kind() == AgendaKind.ELECTION ? "presentNeeded" : "yesNeeded", item.needed());
        }
        return tree;
    }
}
