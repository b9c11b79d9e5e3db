package cn.dangqun.server.attendance;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import java.util.List;

/// What the page of one activity shows, word by word. `missingIsFinal`: the centre's kiosks have reported past
/// the end, so those missing are 未到; before that they are only not seen yet (F-64). `missingInAll` are those of
/// the whole roll, whatever part of it is looked at; `reviewed` says what the street found, `reviewAddress`
/// where that is decided; `unfrozen`: it may change until the activity begins.
public record SheetModel(
        TodayModel.Row row,
        String day,
        String address,
        String boardAddress,
        String liveAddress,
        boolean fullNames,
        String namesAddress,
        boolean mayKeepMinutes,
        boolean missingIsFinal,
        boolean unfrozen,
        int missingInAll,
        List<Choice> branches,
        String search,
        List<Choice> orders,
        People present,
        List<Group> notPresent,
        People missing,
        People others,
        List<Guest> guests,
        List<Heads> heads,
        List<PaperSheet> papers,
        List<String> reviewed,
        String reviewAddress,
        ListQuestion.Pages pages) {
    public SheetModel {
        orders = List.copyOf(orders);
        branches = List.copyOf(branches);
        notPresent = List.copyOf(notPresent);
        guests = List.copyOf(guests);
        heads = List.copyOf(heads);
        papers = List.copyOf(papers);
        reviewed = List.copyOf(reviewed);
    }

    /// People of the roll who are not 实到 for one reason: 未签名, 请假, 不计应到.
    public record Group(String name, String state, People people) {}

    /// The people of one page; `total` are all who were found, `before` those of former pages.
    public record People(int total, int before, List<Person> people) {
        public People {
            people = List.copyOf(people);
        }
    }

    /// People of a kind whom staff counted without names.
    public record Heads(String kind, int number) {}

    /// A picture of a list on paper. `address` is empty for who may not see names, and while it cannot be
    /// looked at; `state` says why not, or nothing.
    public record PaperSheet(String words, String state, String address) {}

    /// Whether it is worth saying whose member each person is.
    public boolean manyBranches() {
        return !branches.isEmpty();
    }

    /// Whether there is so much that one looks for somebody, or somebody was looked for.
    public boolean isSearched() {
        return manyBranches() || !search.isEmpty() || !pages.words().isEmpty();
    }

    /// A picked branch, for the address that the form leads to.
    public boolean isNarrowed() {
        return !search.isEmpty() || branches.stream().anyMatch(Choice::chosen);
    }

    public long guestsCounted() {
        return guests.stream()
                .filter(guest -> !guest.voided() && !guest.duplicate())
                .count();
    }

    /// `apart` tells somebody from others of the same name, empty where there are none. `taps`: the one that
    /// counts first, the others in order of time; `role` is empty when none counts. `notes` are what else
    /// stands of the person.
    public record Person(String name, String apart, String branch, String role, List<Tap> taps, List<Note> notes) {
        public Person {
            taps = List.copyOf(taps);
            notes = List.copyOf(notes);
        }
    }

    /// `detail` is empty where the viewer has not asked for names.
    public record Note(String words, String time, boolean voided, String detail) {}

    /// `first`: the line that carries the person's name. `ruled`: what the street did with it, in words;
    /// `hands`: what was written as a guest before.
    public record Tap(
            boolean first,
            String time,
            String method,
            String kiosk,
            boolean late,
            boolean voided,
            boolean setAside,
            boolean duplicate,
            boolean doubtful,
            boolean awaiting,
            String detail,
            List<String> ruled,
            List<PaperSheet> hands) {
        public Tap {
            ruled = List.copyOf(ruled);
            hands = List.copyOf(hands);
        }
    }

    /// `hands` are what the guest wrote, in words with an address each; empty for who was not registered by name.
    /// `detail` is who registered them and why, empty where the viewer has not asked for names.
    public record Guest(
            String kind,
            String time,
            String kiosk,
            boolean voided,
            boolean duplicate,
            List<PaperSheet> hands,
            String detail) {
        public Guest {
            hands = List.copyOf(hands);
        }
    }
}
