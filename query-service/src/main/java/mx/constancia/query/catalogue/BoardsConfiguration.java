package mx.constancia.query.catalogue;

import java.util.List;

import mx.constancia.query.board.Board;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BoardsConfiguration {

    @Bean
    List<Board> boards() {
        return Boards.ALL;
    }
}
