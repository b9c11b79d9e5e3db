package cn.dangqun.kiosk.print;

import cn.dangqun.papers.Paper;
import java.util.List;
import java.util.function.Supplier;

/// What a feature offers to print. `about` says of what; `back` is the place that one came from.
public record PaperOffer(String about, List<Sheet> sheets, String back) {
    public PaperOffer {
        sheets = List.copyOf(sheets);
        if (sheets.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to print");
        }
    }

    /// One form. `label` stands on its button; `name` is that of the file and names nobody. `papers` are asked on
    /// a background thread and may read the disk; when it throws, the form cannot be put together.
    public record Sheet(String label, String name, Supplier<List<Paper>> papers) {}
}
