package cn.dangqun.server.review;

import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.fact.ReviewItem.Answer;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.review.Waiting.Decided;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// 退回: what was given back stands at the kiosks of the community until it is answered or decided otherwise.
record Returns(ReferenceLedger reference, Texts texts, Times times) {
    /// After a decision, inside its write.
    void follow(Handle handle, ChangeLog changes, ReviewItem item) {
        var cases = new CaseReader(handle);
        cases.decided(item)
                .filter(each -> each.answer() == Answer.RETURNED)
                .ifPresentOrElse(
                        returned -> publish(handle, changes, item, returned),
                        () -> reference.remove(handle, changes, ReferenceKind.RETURNED, item.name()));
    }

    private void publish(Handle handle, ChangeLog changes, ReviewItem item, Decided returned) {
        var cases = new CaseReader(handle);
        var about = cases.read(new Waiting(item, "", returned.at(), Optional.empty()));
        var evidence = new Evidence(texts, times, false);
        cases.organization(item).map(OrganizationId::new).ifPresent(organization -> {
            var title = texts.get(
                    "review.returned.title",
                    new InboxPage(texts, times).name(item.kind()),
                    evidence.title(about),
                    evidence.about(about));
            reference.publish(
                    handle,
                    changes,
                    List.of(new ReferenceItem.ReturnedItem(
                            item.name(), organization, title, returned.reason(), returned.at())));
        });
    }
}
