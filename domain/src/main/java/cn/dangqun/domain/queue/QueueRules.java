package cn.dangqun.domain.queue;

/// What a street may set: how often a person is called before they are passed, after how many people a passed one
/// comes back (F-47), and how many preferred persons are called in a row before an ordinary one (F-51).
public record QueueRules(int maxCalls, int reinsertAfter, int preferredInARow) {
    public static final QueueRules STANDARD = new QueueRules(3, 3, 2);

    private static final int MAX = 20;

    public QueueRules {
        if (maxCalls < 1 || maxCalls > MAX || reinsertAfter < 0 || reinsertAfter > MAX) {
            throw new IllegalArgumentException("a person is called 1 to " + MAX + " times, and back after 0 to " + MAX);
        }
        if (preferredInARow < 1 || preferredInARow > MAX) {
            throw new IllegalArgumentException("1 to " + MAX + " preferred persons in a row");
        }
    }
}
