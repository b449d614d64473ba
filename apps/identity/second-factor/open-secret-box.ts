import { SecretBox, SecretBoxError } from '#libs/security/encryption/secret-box.js';
import { ConfigurationError } from '#libs/service-host/service-config.js';

/** The box of the key file. @throws ConfigurationError when there is no file, or it holds no key */
export function openSecretBox(file: string | undefined): SecretBox {
  if (file === undefined)
    throw new ConfigurationError(['IDENTITY_KEY_FILE must name the file with the key of the second factors']);
  try {
    return SecretBox.fromFile(file);
  } catch (error) {
    if (error instanceof SecretBoxError)
      throw new ConfigurationError([`IDENTITY_KEY_FILE: ${error.message}`]);
    throw error;
  }
}
