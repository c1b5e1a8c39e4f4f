import { listed } from '../dice.ts'
import { sameForAll, type Culture } from './culture.ts'

export const turkish: Culture = {
  language: 'tr',
  share: 10,
  women:
    listed(`Ayşe, Fatma, Emine, Hatice, Zeynep, Elif, Çiğdem, Gülşah, Özlem, Şule, Songül, Derya, Esra, Büşra, Tuğba, İrem, Yasemin, Nurgül,
    Gülay, Sevgi, Dilek, Aslı, Ebru, Pınar, Gözde, Işıl, Selin, Defne, Ece, Nehir, Azra, Hülya, Nilüfer, Meryem, Merve, Gamze, Sibel,
    Ayşe Nur, Fatma Zehra`),
  men: listed(`Mehmet, Mustafa, Ahmet, Ali, Hüseyin, Hasan, İbrahim, İsmail, Osman, Murat, Ömer, Yusuf, Emre, Burak, Barış, Çağlar, Doğan, Engin,
    Gökhan, Halil, Kağan, Oğuz, Özgür, Serkan, Şükrü, Tolga, Uğur, Volkan, Yiğit, Cem, Deniz, Kerem, Berk, Onur, Furkan, Eren, Ümit,
    Mehmet Ali, Ali Rıza`),
  families: sameForAll(
    listed(`Yılmaz, Kaya, Demir, Şahin, Çelik, Yıldız, Yıldırım, Öztürk, Aydın, Özdemir, Arslan, Doğan, Kılıç, Aslan, Çetin, Kara, Koç, Kurt,
    Özkan, Şimşek, Polat, Korkmaz, Özçelik, Erdoğan, Güneş, Aksoy, Taş, Bulut, Keskin, Ünal, Turan, Gül, Özer, Işık, Kaplan, Avcı, Sarı, Tekin,
    Güler, Uçar, Yavuz, Bozkurt, Çakır, Duman, Karaca, Toprak, Uysal, Ateş, Coşkun, Erdem, Güven, Sönmez, Karataş, Öz, Demirtaş, Çiftçi,
    Yüksel, Başaran, Dağ, Gümüş, Kocabaş, Özbek, Şen, Tuna, Uzun, Akın, Bayrak`),
  ),
}

const polishFamilies =
  listed(`Nowak, Kowalski, Wiśniewski, Wójcik, Kowalczyk, Kamiński, Lewandowski, Zieliński, Szymański, Woźniak, Dąbrowski,
  Kozłowski, Jankowski, Mazur, Wojciechowski, Kwiatkowski, Krawczyk, Kaczmarek, Piotrowski, Grabowski, Zając, Pawłowski, Michalski, Król,
  Wieczorek, Jabłoński, Wróbel, Nowakowski, Majewski, Olszewski, Stępień, Malinowski, Jaworski, Adamczyk, Dudek, Nowicki, Pawlak, Górski,
  Witkowski, Walczak, Sikora, Baran, Rutkowski, Michalak, Szewczyk, Ostrowski, Tomaszewski, Pietrzak, Zalewski, Wróblewski, Gołąb, Żak`)

export const polish: Culture = {
  language: 'pl',
  share: 7,
  women:
    listed(`Katarzyna, Anna, Małgorzata, Agnieszka, Barbara, Ewa, Krystyna, Elżbieta, Zofia, Joanna, Magdalena, Monika, Jolanta, Danuta,
    Grażyna, Bożena, Beata, Justyna, Aleksandra, Dorota, Wiesława, Żaneta, Łucja, Paulina, Kinga, Iwona, Renata, Sylwia, Weronika, Jagoda`),
  men: listed(`Piotr, Krzysztof, Andrzej, Tomasz, Paweł, Jan, Michał, Marcin, Jakub, Adam, Marek, Łukasz, Grzegorz, Mateusz, Wojciech, Mariusz,
    Dariusz, Zbigniew, Jerzy, Maciej, Rafał, Robert, Kamil, Józef, Sławomir, Zdzisław, Bartłomiej, Przemysław, Szymon, Włodzimierz`),
  families: { men: polishFamilies, women: polishFamilies.map(family => family.replace(/([sc]|dz)ki$/, '$1ka')) },
}

const ukrainianFamilies =
  listed(`Shevchenko, Kovalenko, Bondarenko, Tkachenko, Kravchenko, Oliynyk, Shevchuk, Koval, Polishchuk, Boyko, Moroz,
  Marchenko, Lysenko, Rudenko, Savchenko, Petrenko, Melnyk, Hrytsenko, Kovalskyi, Zelinskyi, Vysotskyi, Sadovyi`)

export const ukrainian: Culture = {
  language: 'uk',
  share: 3,
  women: listed(`Oksana, Olena, Iryna, Natalia, Kateryna, Yulia, Svitlana, Halyna, Tetiana, Daryna, Solomiia, Anastasiia, Lesia, Zoriana`),
  men: listed(`Oleksandr, Andriy, Serhiy, Volodymyr, Dmytro, Mykola, Ivan, Bohdan, Taras, Yuriy, Vasyl, Petro, Maksym, Ostap`),
  families: { men: ukrainianFamilies, women: ukrainianFamilies.map(family => family.replace(/s?kyi$/, 'ska').replace(/yi$/, 'a')) },
}

export const arabic: Culture = {
  language: 'ar',
  share: 5,
  women:
    listed(`Fatima, Amina, Layla, Nour, Rania, Samira, Yasmin, Hanan, Salma, Dalia, Aisha, Zainab, Mariam, Huda, Lina, Rasha, Reem, Sawsan,
    Widad, Ghada, Ola`),
  men: listed(`Mohammed, Ahmad, Omar, Khalid, Farid, Yousef, Hassan, Tarek, Karim, Bilal, Nabil, Samir, Rashid, Mahmoud, Ziad, Anas, Bashir,
    Walid, Imad, Abd al-Rahman, Saif al-Din, Hamza`),
  families: sameForAll(
    listed(`Haddad, al-Masri, Khoury, el-Amin, Najjar, Mansour, Hamdan, Saleh, Darwish, Kassem, Nasser, al-Hashimi, Aziz, Farouk, Shaheen, Zidan,
    Barakat, Abu Khalil, Ben Youssef, Bouazizi, el Idrissi, Tahiri, Benali, Chaouch, Jaber, Qasim, Sabbagh, Attar, Halabi, Shami,
    Abdallah, Rahmani, Yazdi, Karimi`),
  ),
}

export const vietnamese: Culture = {
  language: 'vi',
  share: 3,
  women:
    listed(`Thị Hoa, Thị Lan, Thùy Linh, Ngọc Anh, Thanh Hằng, Mai, Hương, Phương Thảo, Thu Hà, Bích Ngọc, Kim Oanh, Minh Châu, Diễm My,
    Quỳnh, Thúy Vân, Lan Anh, Mỹ Hạnh, Tuyết`),
  men: listed(`Văn Hùng, Minh Tuấn, Đức Anh, Quang Huy, Hoàng Nam, Thành, Dũng, Văn Nam, Hữu Phước, Ngọc Sơn, Bảo Long, Trung Kiên, Việt, Tiến Đạt,
    Xuân Trường, Gia Bảo, Đình Khoa, Thiện`),
  families: sameForAll(
    listed(`Nguyễn, Trần, Lê, Phạm, Hoàng, Huỳnh, Phan, Vũ, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Đinh, Tạ, Mai, Trịnh`),
  ),
}
