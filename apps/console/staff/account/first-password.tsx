import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Password } from './password.tsx';

/** All that somebody sees who signed in with a one-time password: a password of his own is chosen first. */
export function FirstPassword() {
  const { t } = useTranslation('admin');
  const navigate = useNavigate();
  return (
    <div className="page account narrow">
      <h1>{t('first.title')}</h1>
      <p>{t('first.say')}</p>
      <Password onChanged={() => void navigate('/')} />
    </div>
  );
}
