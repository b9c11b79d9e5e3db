package cn.dangqun.domain.wall;

import java.util.ArrayList;
import java.util.List;

/// What somebody typed beside the text that came with the program, character by character: the same runs stand in
/// both columns, what is missing only on the left, what was added only on the right; `places` counts where. Line ends
/// and spaces at the edges of lines do not count.
public record TextDifference(List<Run> shipped, List<Run> typed, int places) {
    public TextDifference {
        shipped = List.copyOf(shipped);
        typed = List.copyOf(typed);
    }

    /// `differs`: it stands in this column only.
    public record Run(String text, boolean differs) {}

    public static TextDifference between(WallText shipped, WallText typed) {
        var left = plain(shipped).codePoints().toArray();
        var right = plain(typed).codePoints().toArray();
        var columns = new Columns();
        compare(left, 0, left.length, right, 0, right.length, columns);
        return new TextDifference(columns.left.runs(), columns.right.runs(), columns.places);
    }

    public boolean isNone() {
        return places == 0;
    }

    private static String plain(WallText text) {
        return String.join(
                "\n",
                text.body()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    /// Hirschberg's way: the longest common sequence in the space of one row, for texts of some thousand characters.
    private static void compare(int[] left, int from, int to, int[] right, int begin, int end, Columns columns) {
        while (from < to && begin < end && left[from] == right[begin]) {
            columns.same(left[from++]);
            begin++;
        }
        int tail = 0;
        while (from < to - tail && begin < end - tail && left[to - tail - 1] == right[end - tail - 1]) {
            tail++;
        }
        middle(left, from, to - tail, right, begin, end - tail, columns);
        for (int i = to - tail; i < to; i++) {
            columns.same(left[i]);
        }
    }

    private static void middle(int[] left, int from, int to, int[] right, int begin, int end, Columns columns) {
        if (to - from <= 1 || begin == end) {
            apart(left, from, to, right, begin, end, columns);
            return;
        }
        int half = (from + to) >>> 1;
        var above = ahead(left, from, half, right, begin, end);
        var below = behind(left, half, to, right, begin, end);
        int split = 0;
        for (int i = 1; i < above.length; i++) {
            split = above[i] + below[i] > above[split] + below[split] ? i : split;
        }
        compare(left, from, half, right, begin, begin + split, columns);
        compare(left, half, to, right, begin + split, end, columns);
    }

    /// At most one character on the left: it is found on the right, or stands alone.
    private static void apart(int[] left, int from, int to, int[] right, int begin, int end, Columns columns) {
        boolean found = false;
        for (int i = begin; i < end; i++) {
            if (!found && from < to && right[i] == left[from]) {
                columns.same(right[i]);
                found = true;
            } else {
                columns.right(right[i]);
            }
        }
        for (int i = from; !found && i < to; i++) {
            columns.left(left[i]);
        }
    }

    /// How much of the left part each beginning of the right has in common with it.
    private static int[] ahead(int[] left, int from, int to, int[] right, int begin, int end) {
        var row = new int[end - begin + 1];
        for (int i = from; i < to; i++) {
            int diagonal = 0;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                row[j] = left[i] == right[begin + j - 1] ? diagonal + 1 : Math.max(above, row[j - 1]);
                diagonal = above;
            }
        }
        return row;
    }

    private static int[] behind(int[] left, int from, int to, int[] right, int begin, int end) {
        var row = new int[end - begin + 1];
        for (int i = to - 1; i >= from; i--) {
            int diagonal = 0;
            for (int j = row.length - 2; j >= 0; j--) {
                int below = row[j];
                row[j] = left[i] == right[begin + j] ? diagonal + 1 : Math.max(below, row[j + 1]);
                diagonal = below;
            }
        }
        return row;
    }

    private static final class Columns {
        private final Column left = new Column();
        private final Column right = new Column();
        private int places;
        private boolean apart;

        void left(int character) {
            differs();
            left.add(character, true);
        }

        void right(int character) {
            differs();
            right.add(character, true);
        }

        private void differs() {
            places += apart ? 0 : 1;
            apart = true;
        }

        void same(int character) {
            apart = false;
            left.add(character, false);
            right.add(character, false);
        }
    }

    private static final class Column {
        private final List<Run> runs = new ArrayList<>();
        private final StringBuilder run = new StringBuilder();
        private boolean differs;

        void add(int character, boolean apart) {
            if (apart != differs) {
                close();
                differs = apart;
            }
            run.appendCodePoint(character);
        }

        private void close() {
            if (!run.isEmpty()) {
                runs.add(new Run(run.toString(), differs));
                run.setLength(0);
            }
        }

        List<Run> runs() {
            close();
            return runs;
        }
    }
}
