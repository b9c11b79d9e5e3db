package cn.dangqun.domain.attendance;

/// 应到 and 实到 of one activity as the kiosk or the street knows them; observers and guests are in neither.
public record Tally(int due, int present) {
    public Tally {
        if (due < 0 || present < 0 || present > due) {
            throw new IllegalArgumentException("present " + present + " of " + due);
        }
    }
}
