package cn.dangqun.server.meeting;

import java.util.List;

/// What the page of a session shows, word by word. Names are masked unless the viewer asked for them and may.
public record SessionModel(
        String title,
        String about,
        String sheetAddress,
        String liveAddress,
        boolean fullNames,
        String namesAddress,
        String bySystem,
        List<Told> told) {
    public SessionModel {
        told = List.copyOf(told);
    }

    /// By one kiosk. `closing` is empty while it goes on.
    public record Told(
            String kiosk,
            List<Declared> declared,
            List<Item> agenda,
            List<Step> steps,
            List<Paid> paid,
            String closing,
            List<String> reopened) {
        public Told {
            declared = List.copyOf(declared);
            agenda = List.copyOf(agenda);
            steps = List.copyOf(steps);
            paid = List.copyOf(paid);
            reopened = List.copyOf(reopened);
        }
    }

    /// One announcement; `valid`: the meeting could be held.
    public record Declared(
            String time,
            int total,
            int due,
            int present,
            int absentCount,
            String voters,
            boolean valid,
            String chair,
            String by,
            List<Absent> absent) {
        public Declared {
            absent = List.copyOf(absent);
        }
    }

    public record Absent(String name, String why) {}

    /// `standing` is what stands of it in a word; `settled`: decided.
    public record Item(int number, String title, String kind, String standing, boolean settled, List<Ballot> ballots) {
        public Item {
            ballots = List.copyOf(ballots);
        }
    }

    /// `former`: another was recorded after it.
    public record Ballot(String time, String form, List<String> totals, String outcome, String by, boolean former) {
        public Ballot {
            totals = List.copyOf(totals);
        }
    }

    public record Step(String name, String time) {}

    public record Paid(String month, int people) {}
}
