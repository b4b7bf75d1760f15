import '@kern-ux/native/dist/kern.min.css';
import './styles/fonts.css';
import './styles/page.css';
import './styles/desk.css';
import './list/list.css';
import './conversation/conversation.css';
import './conversation/bubble.css';
import './conversation/reply.css';
import './media/media.css';
import './receipt/receipt.css';
import './receipt/sheet.css';
import { Cover } from './cover';
import { watchIdle } from './idle';
import './mayors-page';
import type { MayorsPage } from './mayors-page';
import { language, texts } from './texts';

document.documentElement.lang = language();
document.title = texts().title;

const page = document.querySelector<MayorsPage>('mayors-page')!;
new Cover(page, document.querySelector<HTMLElement>('#cover')!).watch();
watchIdle(() => page.close('locked'));
window.addEventListener('pagehide', () => page.close('locked'));
