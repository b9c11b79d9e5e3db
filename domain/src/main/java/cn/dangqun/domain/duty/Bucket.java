package cn.dangqun.domain.duty;

import cn.dangqun.domain.activity.ActivityId;
import java.time.LocalDate;
import java.util.Arrays;

/// The eligible activities of one duty, period and subject, by date; each activity once, however often it arrived.
final class Bucket {
    static final Bucket EMPTY = new Bucket();
    private static final int CAPACITY = 2;

    // day and hash of the id in one number: sorting and comparing touch no other object, which is what a board costs
    private long[] keys = new long[CAPACITY];
    private ActivityId[] ids = new ActivityId[CAPACITY];
    private int count;

    void add(ActivityRecord activity) {
        var id = activity.id();
        int hash = id.hashCode();
        long key = activity.heldOn().toEpochDay() << Integer.SIZE | Integer.toUnsignedLong(hash);
        int known = indexOf(id, hash);
        if (known >= 0 && keys[known] <= key) {
            return;
        }
        if (known >= 0) {
            move(known + 1, known, count - known - 1);
            count--;
        }
        insert(key, id);
    }

    private int indexOf(ActivityId id, int hash) {
        for (int i = 0; i < count; i++) {
            if ((int) keys[i] == hash && ids[i].equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private void insert(long key, ActivityId id) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, 2 * count);
            ids = Arrays.copyOf(ids, 2 * count);
        }
        int at = count;
        while (at > 0 && keys[at - 1] > key) {
            at--;
        }
        move(at, at + 1, count - at);
        keys[at] = key;
        ids[at] = id;
        count++;
    }

    private void move(int from, int to, int length) {
        System.arraycopy(keys, from, keys, to, length);
        System.arraycopy(ids, from, ids, to, length);
    }

    int count() {
        return count;
    }

    /// The date of the n-th activity, n from 1.
    LocalDate date(int n) {
        return LocalDate.ofEpochDay(keys[n - 1] >> Integer.SIZE);
    }
}
