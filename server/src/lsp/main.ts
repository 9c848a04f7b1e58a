import { listen } from './node';

void listen();
