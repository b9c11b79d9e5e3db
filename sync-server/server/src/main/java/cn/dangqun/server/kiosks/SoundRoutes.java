package cn.dangqun.server.kiosks;

import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.ReferenceLedger;
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

/// 声音: how loud one kiosk speaks in which part of the day, or by its own settings again (F-49).
public final class SoundRoutes implements Routes {
    private static final String SOUND = "/kiosks/:id/sound";

    private final Database database;
    private final KioskVolumes volumes;
    private final CarePage page;
    private final KioskReader kiosks = new KioskReader();
    private final Texts texts;
    private final Times times;

    public SoundRoutes(Database database, ReferenceLedger reference, WindowCa windows, Texts texts, Times times) {
        this.database = database;
        this.volumes = new KioskVolumes(reference);
        this.page = new CarePage(database, windows, texts, times);
        this.texts = texts;
        this.times = times;
    }

    @Override
    public void mount(Entrance entrance) {
        var right = Right.of(Permission.ENROL_KIOSKS);
        var ofKiosk = Subtree.of((handle, visit) -> KioskOwner.of(handle, visit.param("id")));
        entrance.action(
                SOUND,
                new Policy(right, ofKiosk, Trace.deed(Action.KIOSK_SOUND_SET)),
                visit -> kiosks.living(database, visit, kiosk -> set(visit, kiosk)));
        entrance.action(
                SOUND + "/removal",
                new Policy(right, ofKiosk, Trace.deed(Action.KIOSK_SOUND_REMOVED)),
                visit -> kiosks.living(database, visit, kiosk -> remove(visit, kiosk)));
    }

    private Reply set(Visit visit, KioskHealth kiosk) {
        var form = new Form(visit, texts, "kiosks.sound");
        var volume = new SoundForm(texts).read(visit, form);
        if (volume.isEmpty()) {
            return page.showTyped(visit, kiosk, form.problems());
        }
        database.write((handle, changes) -> {
            volumes.set(handle, changes, kiosk.id(), volume.get());
            Actor.of(visit)
                    .note(
                            handle,
                            times.now(),
                            Action.KIOSK_SOUND_SET,
                            kiosk.id().value());
            return kiosk;
        });
        return new Reply.SeeOther(CareRoutes.address(kiosk.id()));
    }

    private Reply remove(Visit visit, KioskHealth kiosk) {
        database.write((handle, changes) -> {
            volumes.remove(handle, changes, kiosk.id());
            Actor.of(visit)
                    .note(
                            handle,
                            times.now(),
                            Action.KIOSK_SOUND_REMOVED,
                            kiosk.id().value());
            return kiosk;
        });
        return new Reply.SeeOther(CareRoutes.address(kiosk.id()));
    }
}
