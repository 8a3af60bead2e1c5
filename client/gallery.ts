import { createApp } from 'vue'
import './ui/tokens.css'
import './ui/base.css'
import './ui/fonts/fonts.css'
import GalleryPage from './ui/gallery/GalleryPage.vue'

createApp(GalleryPage).mount('#app')
