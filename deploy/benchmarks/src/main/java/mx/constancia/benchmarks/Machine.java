package mx.constancia.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;

import com.sun.management.OperatingSystemMXBean;

/**
 * Where it was measured.
 *
 * @param cores     processors that Java may use
 * @param memoryMiB memory of the machine
 * @param heapMiB   heap that Java may use
 * @param system    operating system
 * @param jdk       Java runtime, and what heap and collector it was told to use
 */
record Machine(int cores, long memoryMiB, long heapMiB, String system, String jdk) {

    private static final long MIB = 1 << 20;

    /** This one. */
    static Machine here() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(Runtime.getRuntime().availableProcessors(), system.getTotalMemorySize() / MIB, Runtime.getRuntime().maxMemory() / MIB,
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + Runtime.version() + options());
    }

    private static String options() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(option -> option.startsWith("-X"))
                .collect(Collectors.joining(" ", " ", ""));
    }
}
