package cn.dangqun.config.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.config.profile.json.Fault;
import cn.dangqun.config.profile.json.UnreadableException;
import cn.dangqun.domain.queue.Charge;
import cn.dangqun.domain.queue.QueueRules;
import cn.dangqun.domain.queue.ServiceCategory;
import cn.dangqun.domain.queue.ServiceItem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogueReaderTest {
    private static final String SERVICE = """
            {"id": "care", "category": "SERVICES", "name": "便民利民", "audiences": ["RESIDENTS"],
             "price": "每页一角", "materials": ["身份证"], "limitDays": 0, "letter": "A",
             "hours": [{"days": ["MONDAY"], "from": "08:30", "to": "11:30"}], "dailyCap": 100, "usualMinutes": 6}""";

    @Test
    void theShippedListNamesEveryTopicAndEveryOfTheFiveCategories() {
        var catalogue = CatalogueReader.shipped();

        var names = catalogue.services().stream().map(ServiceItem::name).collect(Collectors.joining(" "));
        for (var topic : List.of(
                "调解", "安置帮教", "再就业", "低保认证", "临时救助", "老年人", "妇女", "儿童青少年", "优抚", "残疾人", "便民利民", "教育培训", "文体活动",
                "志愿服务站")) {
            assertTrue(names.contains(topic), topic);
        }
        assertEquals(
                Set.of(ServiceCategory.values()),
                catalogue.services().stream().map(ServiceItem::category).collect(Collectors.toSet()));
    }

    @Test
    void noTwoShippedServicesShareALetter() {
        var services = CatalogueReader.shipped().services();

        assertEquals(
                services.size(),
                services.stream().map(ServiceItem::letter).distinct().count());
    }

    @Test
    void readsWhatIsWritten() throws UnreadableException {
        var catalogue = accepted(document(SERVICE));

        var service = catalogue.services().getFirst();
        assertEquals(new Charge.LowCost("每页一角"), service.charge());
        assertEquals(OptionalInt.of(0), service.limitDays());
        assertEquals(QueueRules.STANDARD, catalogue.rules());
        assertEquals(1, catalogue.windows().size());
    }

    @Test
    void namesEveryFaultWithItsPlace() throws UnreadableException {
        var faults = refused(document(SERVICE.replace("\"A\"", "\"AB\"") + ","
                + SERVICE.replace("08:30", "12:30").replace("100", "1000")));

        assertEquals(
                List.of(
                        "services[0].letter",
                        "services[1].id",
                        "services[1].hours[0]",
                        "services[1].hours",
                        "services[1].dailyCap"),
                faults.stream().map(Fault::place).toList());
    }

    @Test
    void refusesAWindowForAServiceThatIsNotListed() throws UnreadableException {
        var text = document(SERVICE).replace("\"综合窗口\"}", "\"综合窗口\", \"services\": [\"car\"]}");

        assertEquals(
                List.of("windows[0].services[0]"),
                refused(text).stream().map(Fault::place).toList());
    }

    @Test
    void refusesUnknownFieldsAndChoices() throws UnreadableException {
        var text = document(SERVICE.replace("\"price\"", "\"prise\"").replace("SERVICES", "SERVICE"));

        assertEquals(
                List.of("services[0].prise", "services[0].category"),
                refused(text).stream().map(Fault::place).toList());
    }

    @Test
    void saysThatBytesAreNoJson() {
        assertThrows(UnreadableException.class, () -> CatalogueReader.read("{".getBytes(StandardCharsets.UTF_8)));
    }

    private static String document(String services) {
        return "{\"schema\": \"service-catalogue/1\", \"services\": [" + services
                + "], \"windows\": [{\"number\": 1, \"name\": \"综合窗口\"}]}";
    }

    private static Catalogue accepted(String text) throws UnreadableException {
        return assertInstanceOf(
                        CatalogueReading.Accepted.class, CatalogueReader.read(text.getBytes(StandardCharsets.UTF_8)))
                .catalogue();
    }

    private static List<Fault> refused(String text) throws UnreadableException {
        return assertInstanceOf(
                        CatalogueReading.Refused.class, CatalogueReader.read(text.getBytes(StandardCharsets.UTF_8)))
                .faults();
    }
}
