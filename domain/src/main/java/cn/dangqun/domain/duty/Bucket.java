package cn.dangqun.domain.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The eligible activities of one duty, period and subject, by date; each activity once, however often it arrived.
final class Bucket {
    static final Bucket EMPTY = new Bucket(0);

    private final List<ActivityRecord> held;

    Bucket() {
        this(2);
    }

    private Bucket(int capacity) {
        held = new ArrayList<>(capacity);
    }

    void add(ActivityRecord activity) {
        for (int i = 0; i < held.size(); i++) {
            if (held.get(i).id().equals(activity.id())) {
                if (!activity.heldOn().isBefore(held.get(i).heldOn())) {
                    return;
                }
                held.remove(i);
                break;
            }
        }
        int at = held.size();
        while (at > 0 && held.get(at - 1).heldOn().isAfter(activity.heldOn())) {
            at--;
        }
        held.add(at, activity);
    }

    int count() {
        return held.size();
    }

    /// The date of the n-th activity, n from 1.
    LocalDate date(int n) {
        return held.get(n - 1).heldOn();
    }
}
