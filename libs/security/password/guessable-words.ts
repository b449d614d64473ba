/** What guesses begin with: words, keyboard rows and sequences in both languages, and the words of this trade. */
export const GUESSABLE_WORDS: readonly string[] = [
  ...['password', 'passwort', 'passw0rd', 'p@ssword', 'p@ssw0rd', 'passphrase', 'pass', 'secret', 'login'],
  ...['admin', 'administrator', 'root', 'user', 'test', 'guest', 'default', 'changeme', 'change', 'letmein'],
  ...['welcome', 'hello', 'iloveyou', 'monkey', 'dragon', 'football', 'sunshine', 'princess', 'master'],
  ...['qwertyuiop', 'qwerty', 'asdfghjkl', 'asdfgh', 'zxcvbnm', 'zxcvbn', '1q2w3e4r5t', '1q2w3e4r', 'qazwsx'],
  ...['01234567890', '1234567890', '0987654321', '123456789', '987654321', '12345678', '1234567', '123456'],
  ...['12345', '1234', 'abcdefghijklmnopqrstuvwxyz', 'abcdefgh', 'abcdef', 'abc123', 'abc'],
  ...['пароль', 'секрет', 'привет', 'админ', 'администратор', 'вход', 'любовь', 'солнце', 'россия'],
  ...['йцукенгшщзхъ', 'йцукен', 'фывапролдж', 'фывапр', 'ячсмитьбю', 'ячсмить', 'parol', 'privet', 'ytrewq'],
  ...['customs', 'таможня', 'таможенник', 'container', 'контейнер', 'operation', 'операция', 'chemical'],
  ...['check', 'caravanserai', 'караван-сарай', 'караван', 'caricc', 'царикц', 'bulletin', 'бюллетень'],
];
