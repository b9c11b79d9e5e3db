package cn.dangqun.server.reading;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion.Pages;
import java.util.List;

/// What the page of tokens shows, word by word.
public record TokensModel(
        List<String> problems,
        String search,
        List<Choice> orders,
        boolean filtered,
        List<Row> rows,
        Pages pages,
        Form form) {
    public TokensModel {
        problems = List.copyOf(problems);
        orders = List.copyOf(orders);
        rows = List.copyOf(rows);
    }

    /// `id` is what the token is called in the record at `trail`; `state` is for style, `good` whether it still opens
    /// anything.
    public record Row(
            String id,
            String note,
            String scope,
            String data,
            String lastDay,
            String used,
            String given,
            String state,
            String stateName,
            boolean good,
            String trail) {}

    /// `first` and `last` are the days between which the last day may lie.
    public record Form(String note, List<Choice> scopes, List<Choice> data, String lastDay, String first, String last) {
        public Form {
            scopes = List.copyOf(scopes);
            data = List.copyOf(data);
        }
    }
}
