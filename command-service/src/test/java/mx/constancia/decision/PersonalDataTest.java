package mx.constancia.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    @ParameterizedTest
    @ValueSource(strings = {"GOMC800101HDFRRL09", "Su CURP es gomc800101hdfrrl09.", "(GOMC800101MDFRRLA1)", "ＧＯＭＣ800101HDFRRL09"})
    void aCurpIsRecognised(String text) {
        assertThat(PersonalData.in(text)).contains(PersonalData.CURP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GOMC800101AB1", "rfc:gomc800101ab1", "ÑOÑA801231XYA"})
    void anRfcOfAPersonIsRecognised(String text) {
        assertThat(PersonalData.in(text)).contains(PersonalData.RFC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Escriba a nombre.apellido@correo.example", "a@b.mx", "mailto:x+y@sub.dominio.example."})
    void anEMailAddressIsRecognised(String text) {
        assertThat(PersonalData.in(text)).contains(PersonalData.E_MAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5512345678", "Tel. 55 1234 5678", "+52 55 1234 5678", "+525512345678", "(614) 123 4567", "614-123-4567",
            "55 12 34 56 78", "52 614 123 4567", "044 55 1234 5678", "+52 1 614 123 4567"})
    void aTelephoneNumberIsRecognised(String text) {
        assertThat(PersonalData.in(text)).contains(PersonalData.TELEPHONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Acuerdo DOF 5493639 de 2017-08-12", "Acta 26/04/2017, foja 12", "Agenda 2030: 17 objetivos, 169 metas, 230 indicadores",
            "La organización ABC010101XY1 está constituida",
            "https://www.dof.gob.mx/nota_detalle.php?codigo=5512345678&fecha=11082017",
            "123e4567-e89b-12d3-a456-426614174000", "person:7f3a", "20170812", "2017-08-12T10:00:00Z", "doc-2018-000123",
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "@participa", "Plan 12 2018-2024", "acta-2017081201",
            "folio 0000012345", "2.442 personas: 1.392 mujeres"})
    void ordinaryTextsAndReferencesPass(String text) {
        assertThat(PersonalData.in(text)).isEmpty();
    }
}
