package cn.dangqun.server.notice;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import java.util.List;

/// What stands on the list of one activity: of those `due` the ones found, page by page. `mayTell` while there is
/// something to tell.
public record NoticeModel(
        String address,
        String planAddress,
        String title,
        String organization,
        String when,
        String place,
        List<String> agenda,
        String figures,
        String late,
        boolean mayTell,
        List<Choice> hows,
        String search,
        List<Choice> orders,
        int due,
        List<Person> people,
        ListQuestion.Pages pages,
        List<String> problems) {
    public NoticeModel {
        orders = List.copyOf(orders);
        agenda = List.copyOf(agenda);
        hows = List.copyOf(hows);
        people = List.copyOf(people);
        problems = List.copyOf(problems);
    }

    /// With the full name. `told` is how, when and by whom, empty for who was not.
    public record Person(String id, String name, String group, String told) {
        public boolean isTold() {
            return !told.isEmpty();
        }

        @Override
        public String toString() {
            return "Person[" + id + "]";
        }
    }
}
