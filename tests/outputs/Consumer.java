import java.nio.file.Path;
import java.util.regex.Pattern;
import shadow.se.bjurr.violations.lib.ViolationsApi;
import shadow.se.bjurr.violations.lib.reports.Parser;

/** Reads reports with violations-lib, which the build servers' comment plugins are made with, and prints a line for each finding that it found. */
class Consumer {
    public static void main(String[] arguments) {
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            Path report = Path.of(arguments[i + 1]);
            ViolationsApi.violationsApi()
                .withPattern(".*" + Pattern.quote(report.getFileName().toString()) + "$")
                .inFolder(report.getParent().toString())
                .findAll(Parser.valueOf(arguments[i]))
                .violations()
                .forEach(found -> System.out.println(String.join("\t", found.getParser().name(), found.getSeverity().name(), found.getRule(), found.getFile(), String.valueOf(found.getStartLine()))));
        }
    }
}
