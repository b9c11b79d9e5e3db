package cn.dangqun.server.kiosks;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion.Pages;
import java.util.List;

/// What the list of one-time codes shows, word by word. `problem` is empty, or says why nothing was taken back.
public record CodeListModel(
        String problem, String search, List<Choice> orders, boolean filtered, List<Row> rows, Pages pages) {
    public CodeListModel {
        orders = List.copyOf(orders);
        rows = List.copyOf(rows);
    }

    /// `created` names the code for taking it back, in milliseconds; empty when it lets nobody in any more.
    public record Row(String kiosk, String name, String site, String drawn, String by, String state, String created) {}
}
