package cn.dangqun.server.wall;

import cn.dangqun.domain.wall.TextDifference.Run;
import cn.dangqun.domain.wall.WallBlock;
import java.util.List;
import java.util.Optional;

/// What the page of one version shows, word by word. `deeds` are what this viewer may do next.
public record VersionModel(
        String id,
        int revision,
        String frame,
        String frameAddress,
        String place,
        int number,
        String title,
        List<WallBlock> blocks,
        String stage,
        String stageName,
        String kind,
        boolean internal,
        String source,
        String validity,
        String notice,
        List<String> hints,
        Pictures pictures,
        Optional<Difference> difference,
        Optional<Filing> filing,
        Deeds deeds,
        Optional<Delivery> delivery,
        List<Step> steps) {
    public VersionModel {
        blocks = List.copyOf(blocks);
        hints = List.copyOf(hints);
        steps = List.copyOf(steps);
    }

    /// What hangs with the words. `mayEdit`: this viewer may bring more, up to `most`, describe and take them away.
    /// `mostBytes`: of the file that is brought. `former`: the earlier version whose pictures may be
    /// taken over, while there are none here.
    public record Pictures(List<Picture> all, boolean mayEdit, int most, long mostBytes, Optional<Integer> former) {
        public Pictures {
            all = List.copyOf(all);
        }

        public boolean isFull() {
            return all.size() >= most;
        }
    }

    /// `number` counts from 1; `words` are what is to be seen, empty while nobody has said. Pixels.
    public record Picture(int number, String address, String words, int width, int height) {}

    /// What was typed beside the official text that came with the program, where they differ.
    public record Difference(String words, String edition, List<Run> shipped, List<Run> typed) {
        public Difference {
            shipped = List.copyOf(shipped);
            typed = List.copyOf(typed);
        }
    }

    /// The receipt of a notice that is to be filed with the superior; `words` is empty until somebody entered it.
    public record Filing(String words, boolean mayEnter, String today, String to, String by) {}

    /// `giveBack`: to its writers; `approve`: which whoever wrote or submitted it may not, who is told so by `another`.
    public record Deeds(
            boolean edit,
            boolean submit,
            boolean giveBack,
            boolean approve,
            boolean another,
            boolean publish,
            boolean withdraw) {}

    /// Kiosk by kiosk; `down`: it is about taking down.
    public record Delivery(boolean down, int confirmed, List<Kiosk> kiosks) {
        public Delivery {
            kiosks = List.copyOf(kiosks);
        }

        public boolean complete() {
            return confirmed == kiosks.size();
        }
    }

    /// `standing` is a [WallDelivery.Arrival], for style.
    public record Kiosk(String name, String site, String standing, String words, String lastContact) {}

    public record Step(String at, String login, String name, String remark) {}
}
