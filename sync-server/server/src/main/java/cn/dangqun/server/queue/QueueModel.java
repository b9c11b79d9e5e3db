package cn.dangqun.server.queue;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import java.util.List;

/// What the page of a site's queue shows, word by word; the template only arranges it.
public record QueueModel(
        String heading,
        String day,
        boolean today,
        Filter filter,
        String liveAddress,
        Summary summary,
        List<Row> rows,
        List<Call> calls,
        List<String> duplicates,
        ListQuestion.Pages pages) {
    public QueueModel {
        rows = List.copyOf(rows);
        calls = List.copyOf(calls);
        duplicates = List.copyOf(duplicates);
    }

    public record Filter(
            String date,
            String previous,
            String next,
            String todayAddress,
            List<Choice> sites,
            String search,
            List<Choice> orders) {
        public Filter {
            sites = List.copyOf(sites);
            orders = List.copyOf(orders);
        }
    }

    public record Summary(int taken, int waiting, int atWindow, int served, int passed) {}

    /// One service. `waited` and `took` are medians, or a dash while nobody was called or served.
    public record Row(
            String name, int taken, int waiting, int atWindow, int served, int passed, String waited, String took) {}

    /// Somebody at a window now.
    public record Call(String number, String window, String service) {}
}
