package cn.dangqun.server.kiosks;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.services.CentreKiosks;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.util.Optional;

/// A kiosk is carried to another centre, or another machine takes its place: the old one is revoked and the
/// new one gets a code in one act, so that nobody forgets the half of it.
public final class MoveRoutes implements Routes {
    private static final String ONE = "/kiosks/:id";

    private final Database database;
    private final EnrolmentCodes codes;
    private final CodePage codePage;
    private final KioskVolumes volumes;
    private final CentreKiosks centres;
    private final CarePage carePage;
    private final KioskReader kiosks = new KioskReader();
    private final Texts texts;
    private final Times times;

    public MoveRoutes(
            Database database,
            ReferenceLedger reference,
            EnrolmentCodes codes,
            CodePage codePage,
            WindowCa windows,
            Texts texts,
            Times times) {
        this.database = database;
        this.codes = codes;
        this.codePage = codePage;
        this.volumes = new KioskVolumes(reference);
        this.centres = new CentreKiosks(reference);
        this.carePage = new CarePage(database, windows, texts, times);
        this.texts = texts;
        this.times = times;
    }

    @Override
    public void mount(Entrance entrance) {
        var right = Right.of(Permission.ENROL_KIOSKS);
        var ofKiosk = Subtree.of((handle, visit) -> KioskOwner.of(handle, visit.param("id")));
        entrance.action(
                ONE + "/site",
                new Policy(right, ofKiosk, Trace.deed(Action.KIOSK_MOVED)),
                visit -> kiosks.living(database, visit, kiosk -> move(visit, kiosk)));
        entrance.action(
                ONE + "/replacement",
                new Policy(right, ofKiosk, Trace.deed(Action.KIOSK_REVOKED, Action.ENROLMENT_CODE_CREATED)),
                visit -> kiosks.living(database, visit, kiosk -> replace(visit, kiosk)));
    }

    /// It goes on with its ledger; what the new centre needs it is told when it connects again, within seconds.
    private Reply move(Visit visit, KioskHealth kiosk) {
        var site = database.read(handle -> kiosks.sites(handle, visit.viewer().scope())).stream()
                .filter(each -> each.id().equals(visit.form("site")))
                .findFirst();
        if (site.isEmpty()) {
            return new Reply.NotFound();
        }
        database.write((handle, changes) -> {
            var id = kiosk.id();
            changes.kiosk(id);
            if (!site.get().id().equals(kiosk.site())) {
                new KioskStands(handle).begin(id, site.get().id(), times.now().toEpochMilli());
                handle.execute(
                        "UPDATE kiosk SET site = ?, queue_digit = NULL, queue_host = 0 WHERE street = 1 AND id = ?",
                        site.get().id(),
                        id.value());
                volumes.placed(handle, changes, id);
                centres.publish(handle, changes, kiosk.site());
                centres.publish(handle, changes, site.get().id());
            }
            Actor.of(visit).note(handle, times.now(), Action.KIOSK_MOVED, id.value());
            return id;
        });
        return new Reply.SeeOther(CareRoutes.address(kiosk.id()));
    }

    private Reply replace(Visit visit, KioskHealth kiosk) {
        var form = new Form(visit, texts, "kiosks.care");
        long unsent = CarePage.unsent(kiosk);
        if (unsent > 0 && !form.isTicked("anyway")) {
            form.refuse(texts.get("kiosks.care.unsent", unsent));
        }
        var successor = KioskRoutes.kioskId(visit.form("kiosk").strip()).filter(this::isNew);
        if (successor.isEmpty()) {
            form.refuse(texts.get("kiosks.care.taken"));
        }
        return form.isGood()
                ? codePage.show(replace(visit, kiosk, successor.orElseThrow()), kiosk.name(), kiosk.siteName(), 0)
                : carePage.show(422, visit, kiosk, form.problems());
    }

    private boolean isNew(KioskId id) {
        Optional<KioskRegistry.LastWord> known = database.read(handle -> KioskRegistry.lastWord(handle, id));
        return known.isEmpty() && !id.isStreet();
    }

    private EnrolmentCodes.Created replace(Visit visit, KioskHealth kiosk, KioskId successor) {
        return database.write((handle, changes) -> {
            KioskRegistry.revoke(handle, changes, kiosk.id(), times.now());
            handle.execute(
                    "UPDATE kiosk SET revoked_reason = ? WHERE street = 1 AND id = ?",
                    texts.get("kiosks.care.replacedBy", successor.value()),
                    kiosk.id().value());
            volumes.handedOn(handle, changes, kiosk.id(), successor);
            centres.publish(handle, changes, kiosk.site());
            var actor = Actor.of(visit);
            var created = codes.create(handle, successor, kiosk.name(), kiosk.site(), Optional.of(actor.login()));
            actor.note(handle, times.now(), Action.KIOSK_REVOKED, kiosk.id().value());
            actor.note(handle, times.now(), Action.ENROLMENT_CODE_CREATED, successor.value());
            return created;
        });
    }
}
