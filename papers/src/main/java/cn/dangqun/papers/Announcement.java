package cn.dangqun.papers;

import java.util.List;

/// 宣布情况: who is due, who is here, who is missing and why, and whether the meeting may begin. `figures` in
/// the order to be read out; `basis` are the rules that were applied, `verdict` what follows from them, in
/// words.
public record Announcement(
        MeetingHead meeting,
        List<Figure> figures,
        List<Person> missing,
        List<Person> notDue,
        List<String> observers,
        List<String> basis,
        String verdict)
        implements Paper {
    public Announcement {
        figures = List.copyOf(figures);
        missing = List.copyOf(missing);
        notDue = List.copyOf(notDue);
        observers = List.copyOf(observers);
        basis = List.copyOf(basis);
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to announce");
        }
    }

    /// Such as 应到, 28, 有表决权的正式党员.
    public record Figure(String name, int number, String meaning) {}

    /// `reason` such as 病假; `basis` what makes it one, such as 会前向支部书记请假.
    public record Person(String name, String reason, String basis) {
        @Override
        public String toString() {
            return "Person[]";
        }
    }

    @Override
    public String toString() {
        return "Announcement[" + meeting + "]";
    }
}
