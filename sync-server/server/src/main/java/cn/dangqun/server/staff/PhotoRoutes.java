package cn.dangqun.server.staff;

import cn.dangqun.domain.content.ContentFile;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.content.ContentStore;
import cn.dangqun.server.content.PictureFault;
import cn.dangqun.server.content.PictureWorkshop;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.staff.StaffStore.Person;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.UploadRule;
import cn.dangqun.server.web.Visit;
import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The photo of one who is on duty: shown at the kiosks of their community while they agree, gone from every
/// disk when they no longer do.
final class PhotoRoutes implements Routes {
    private static final String PHOTO = "/staff/:id/photo";
    private static final long FORM_BESIDES = 64 * 1024;
    /// Pixels
    private static final int SIDE = 480;

    private final StaffRoutes staff;
    private final Database database;
    private final ReferenceLedger reference;
    private final PictureWorkshop workshop;
    private final Texts texts;
    private final Times times;

    PhotoRoutes(
            StaffRoutes staff,
            Database database,
            ReferenceLedger reference,
            PictureWorkshop workshop,
            Texts texts,
            Times times) {
        this.staff = staff;
        this.database = database;
        this.reference = reference;
        this.workshop = workshop;
        this.texts = texts;
        this.times = times;
    }

    @Override
    public void mount(Entrance entrance) {
        var keeps = Right.of(Permission.KEEP_STAFF);
        var named = Subtree.of((handle, visit) -> StaffStore.owner(handle, visit.param("id")));
        entrance.page(
                PHOTO,
                new Policy(keeps, named, Trace.none("what hangs for everybody to see")),
                visit -> staff.of(visit, this::picture));
        entrance.upload(
                PHOTO,
                new Policy(keeps, named, Trace.deed(Action.STAFF_PHOTO_SHOWN)),
                new UploadRule(workshop.arriving(), PictureWorkshop.LONGEST_FILE + FORM_BESIDES),
                visit -> staff.of(visit, person -> bring(visit, person)));
        entrance.action(
                PHOTO + "/removal",
                new Policy(keeps, named, Trace.deed(Action.STAFF_PHOTO_REMOVED)),
                visit -> staff.of(visit, person -> takeAway(visit, person)));
    }

    private Reply picture(Person person) {
        return database.read(handle -> new Entries(handle)
                        .staff(person.id())
                        .flatMap(ReferenceItem.Staff::photo)
                        .flatMap(photo -> new ContentStore(handle).find(photo.id())))
                .<Reply>map(jpeg -> new Reply.Picture(ByteString.copyFrom(jpeg)))
                .orElseGet(Reply.NotFound::new);
    }

    /// Nothing is opened before the person agreed; drawn before anything is written.
    private Reply bring(Visit visit, Person person) {
        if (!visit.form("consent").equals("yes")) {
            return refused(visit, person, texts.get("staff.photo.noConsent"));
        }
        if (visit.upload().isEmpty()) {
            return refused(visit, person, texts.get("staff.photo.noFile"));
        }
        return switch (workshop.drawSquare(visit.upload().get().file(), SIDE)) {
            case PictureWorkshop.Result.Refused(var why) -> refused(visit, person, words(why));
            case PictureWorkshop.Result.Drawn(var drawings) -> {
                var jpeg = drawings.getFirst().jpeg().toByteArray();
                boolean shown = database.write((handle, changes) -> {
                    var now = times.now();
                    var known = new Entries(handle).staff(person.id());
                    known.ifPresent(each -> {
                        var file = new ContentStore(handle).keep(jpeg, now.toEpochMilli());
                        publish(handle, changes, each, Optional.of(file));
                        new StaffStore(handle).consents(each.id(), now);
                        Actor.of(visit).note(handle, now, Action.STAFF_PHOTO_SHOWN, each.id());
                    });
                    return known.isPresent();
                });
                yield shown ? back(person) : new Reply.NotFound();
            }
        };
    }

    private Reply takeAway(Visit visit, Person person) {
        database.write((handle, changes) -> {
            new Entries(handle).staff(person.id()).ifPresent(each -> {
                publish(handle, changes, each, Optional.empty());
                new StaffStore(handle).consentsNoMore(each.id());
                Actor.of(visit).note(handle, times.now(), Action.STAFF_PHOTO_REMOVED, each.id());
            });
            return person.id();
        });
        return back(person);
    }

    /// The former file goes where nothing else names it.
    private void publish(Handle handle, ChangeLog changes, ReferenceItem.Staff known, Optional<ContentFile> photo) {
        reference.publish(handle, changes, List.of(known.showing(photo)));
        new ContentStore(handle)
                .forgetUnnamed(known.photo().stream().map(ContentFile::id).toList());
    }

    private static Reply back(Person person) {
        return new Reply.SeeOther("/staff/" + person.id());
    }

    private Reply refused(Visit visit, Person person, String why) {
        return staff.form(422, visit, person, List.of(why), "");
    }

    private String words(PictureFault why) {
        return switch (why) {
            case WRONG_KIND, ENCRYPTED, TOO_MANY_PAGES, NO_FONTS, UNREADABLE_PART -> texts.get("staff.photo.wrongKind");
            case TOO_LARGE -> texts.get("staff.photo.tooLarge");
            case BROKEN, TOO_SLOW -> texts.get("staff.photo.broken");
            case BUSY -> texts.get("wall.picture.busy");
        };
    }
}
