package cn.dangqun.server.wall;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion.Pages;
import java.util.List;

/// What the list of the branches' notices shows, word by word.
public record BranchesModel(
        String title,
        boolean filed,
        int found,
        int owing,
        boolean filtered,
        String search,
        List<Choice> frames,
        List<Choice> standings,
        List<Choice> orders,
        List<Row> rows,
        Pages pages) {
    public BranchesModel {
        frames = List.copyOf(frames);
        standings = List.copyOf(standings);
        orders = List.copyOf(orders);
        rows = List.copyOf(rows);
    }

    /// One branch; `state` is a [WallModel.CellState], for style.
    public record Row(
            String address,
            String branch,
            String above,
            String state,
            String words,
            String hungOn,
            String owed,
            String filing) {}

    /// One frame on the overview: of how many branches how many owe, and the first of these. `former`: communities at
    /// which one notice for all their branches still hangs.
    public record Summary(
            String address, String title, int branches, int owing, List<Row> first, List<WallModel.Link> former) {
        public Summary {
            first = List.copyOf(first);
            former = List.copyOf(former);
        }
    }
}
