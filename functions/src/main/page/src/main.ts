import '@kern-ux/native/dist/kern.min.css';
import './styles/fonts.css';
import './styles/page.css';
import './styles/desk.css';
import './receipt/sheet.css';
import { refuseStrayFiles } from './attachment/file-drop';
import { Cover } from './cover';
import { watchIdle } from './idle';
import './mayors-page';
import type { MayorsPage } from './mayors-page';
import { language, texts } from './texts';

document.documentElement.lang = language();
document.title = texts().title;

const page = document.querySelector<MayorsPage>('mayors-page')!;
new Cover(page, document.querySelector<HTMLElement>('#cover')!).watch();
refuseStrayFiles();
watchIdle({
  lock: () => page.close('locked'),
  warn: (left) => page.warn(left),
  calm: () => page.calm(),
});
window.addEventListener('pagehide', () => page.close('leaving'));
