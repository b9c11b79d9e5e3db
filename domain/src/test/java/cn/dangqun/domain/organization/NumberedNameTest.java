package cn.dangqun.domain.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberedNameTest {
    @Test
    void sortsBranchesAsPeopleCountThem() {
        var counted = List.of("第一党支部", "第二党支部", "第三党支部", "第九党支部", "第十党支部", "第十一党支部", "第二十党支部", "第一百零二党支部", "第一百二十党支部");

        assertEquals(
                counted,
                counted.reversed().stream()
                        .sorted(Comparator.comparing(NumberedName::key))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "第10党支部,第000000010党支部",
        "第２党支部,第000000002党支部",
        "示例一社区,示例000000001社区",
        "二〇一号楼,000000201号楼",
        "三元里党支部,三元里党支部",
        "十月广场,十月广场"
    })
    void readsNumbersAndLeavesNames(String name, String key) {
        assertEquals(key, NumberedName.key(name));
    }
}
