package cn.dangqun.acceptance.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import cn.dangqun.server.db.OneProcess;
import cn.dangqun.store.OwnerFiles;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;

/// What several processes of one street will share, and what each holds alone (docs/decisions/0015).
@AnalyzeClasses(packages = "cn.dangqun.server", importOptions = ImportOption.DoNotIncludeTests.class)
class ProcessFencesTest {
    @ArchTest
    static final ArchRule onlyTheVaultTouchesFiles = noClasses()
            .that()
            .resideOutsideOfPackages("cn.dangqun.server.vault..", "cn.dangqun.server.backup..")
            .and()
            .doNotHaveFullyQualifiedName("cn.dangqun.server.ledger.CheckedCopy") // of the database, and no key
            .and()
            .doNotHaveFullyQualifiedName("cn.dangqun.server.intake.IntakeFiles") // rosters on their way, and no key
            .and()
            .doNotHaveFullyQualifiedName("cn.dangqun.server.content.PictureFiles") // the same of pictures
            .and()
            .doNotHaveFullyQualifiedName("cn.dangqun.server.content.DrawingMain") // a process that is told one of them
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Files.class, FileChannel.class, OwnerFiles.class)
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.(File(In|Out)putStream|RandomAccessFile|File(Reader|Writer))")
            .because("keys that several processes share are kept by one that can be replaced");

    @ArchTest
    static final ArchRule onlyTheVaultKnowsCodesAndSessionsByTheirHash = noClasses()
            .that()
            .resideOutsideOfPackages("cn.dangqun.server.vault..", "cn.dangqun.server.accounts..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("cn.dangqun.server.vault.Hashes");

    @ArchTest
    static final ArchRule whatIsHeldInMemorySaysSo = classes()
            .that(holdSomething())
            .should()
            .beAnnotatedWith(OneProcess.class)
            .because("another process of the street does not see it");

    @ArchTest
    static final ArchRule nobodySaysSoWithoutHolding =
            classes().that().areAnnotatedWith(OneProcess.class).should(be(holdSomething()));

    private static ArchCondition<JavaClass> be(DescribedPredicate<JavaClass> predicate) {
        return ArchCondition.from(predicate);
    }

    private static DescribedPredicate<JavaClass> holdSomething() {
        return DescribedPredicate.describe(
                "hold something that changes",
                each -> !each.isEnum()
                        && !each.isRecord()
                        && (each.getFields().stream().anyMatch(field -> changes(each, field))
                                || each.getMethods().stream()
                                        .anyMatch(
                                                method -> method.getModifiers().contains(JavaModifier.SYNCHRONIZED))));
    }

    /// A field that several threads write, or a collection that the class itself makes to be filled.
    private static boolean changes(JavaClass owner, JavaField field) {
        var type = field.getRawType();
        return field.getModifiers().contains(JavaModifier.VOLATILE)
                || type.getPackageName().equals("java.util.concurrent.atomic")
                || type.isAssignableTo(BlockingQueue.class)
                || type.isAssignableTo(Semaphore.class)
                || type.getPackageName().equals("java.util.concurrent.locks")
                || (isCollection(type) && (type.getPackageName().equals("java.util.concurrent") || makesOne(owner)));
    }

    private static boolean isCollection(JavaClass type) {
        return type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
    }

    private static boolean makesOne(JavaClass owner) {
        return owner.getCodeUnits().stream()
                .filter(unit ->
                        unit.getName().equals("<init>") || unit.getName().equals("<clinit>"))
                .map(JavaCodeUnit::getCallsFromSelf)
                .flatMap(Collection::stream)
                .anyMatch(call -> isCollection(call.getTargetOwner())
                        && (call.getTarget().getName().equals("<init>")
                                || call.getTarget().getName().equals("newKeySet")));
    }
}
