package mx.constancia.query.board;

import java.lang.reflect.Method;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Opens the addresses of all boards. */
@Component
final class BoardEndpoints implements InitializingBean {

    private static final Method ANSWER = Objects.requireNonNull(ReflectionUtils.findMethod(BoardEndpoint.class, "answer", (Class<?>[]) null));

    private final List<Board> boards;
    private final BoardReader reader;
    private final Exporter exporter;
    private final Clock clock;
    private final RequestMappingHandlerMapping mappings;

    BoardEndpoints(List<Board> boards, BoardReader reader, Exporter exporter, Clock clock, RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.boards = boards;
        this.reader = reader;
        this.exporter = exporter;
        this.clock = clock;
        this.mappings = requestMappingHandlerMapping;
    }

    @Override
    public void afterPropertiesSet() {
        for (Board board : boards) {
            for (String path : board.paths()) {
                mappings.registerMapping(
                        RequestMappingInfo.paths(path).methods(RequestMethod.GET).options(mappings.getBuilderConfiguration()).build(),
                        new BoardEndpoint(board, path, reader, exporter, clock), ANSWER);
            }
        }
    }
}
